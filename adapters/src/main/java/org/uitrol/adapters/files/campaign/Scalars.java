package org.uitrol.adapters.files.campaign;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a scalar is in YAML 1.2's core schema, by which editors go too: {@code yes}, {@code on} and
 * {@code 2027-01-11} are texts.
 */
final class Scalars {

  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

  private Scalars() {}

  enum Kind {
    NOTHING,
    TRUTH,
    WHOLE,
    DECIMAL,
    TEXT
  }

  static Kind kind(ScalarNode scalar) {
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return Kind.TEXT;
    }
    return plain(scalar.getValue());
  }

  /** What a scalar without quotes is. */
  static Kind plain(String value) {
    if (NOTHING.matcher(value).matches()) {
      return Kind.NOTHING;
    }
    if (TRUTH.matcher(value).matches()) {
      return Kind.TRUTH;
    }
    if (WHOLE.matcher(value).matches()) {
      return Kind.WHOLE;
    }
    return DECIMAL.matcher(value).matches() ? Kind.DECIMAL : Kind.TEXT;
  }

  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && kind(scalar) == Kind.NOTHING;
  }
}
