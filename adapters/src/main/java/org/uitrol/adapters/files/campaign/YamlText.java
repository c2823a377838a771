package org.uitrol.adapters.files.campaign;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Writes maps, lists, texts, numbers and truth values as YAML that people like to read. */
final class YamlText {

  private static final int INDENT = 2;

  private YamlText() {}

  static String of(Map<String, Object> file) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndent(INDENT + INDENT);
    options.setIndicatorIndent(INDENT);
    options.setIndentWithIndicator(false);
    options.setSplitLines(false);
    LoaderOptions loading = new LoaderOptions();
    return new Yaml(
            new SafeConstructor(loading), new Plainly(options), options, loading, new Core())
        .dump(file);
  }

  /** Lines stay lines, and nothing is written as an alias. */
  private static final class Plainly extends Representer {

    Plainly(DumperOptions options) {
      super(options);
      representers.put(
          String.class,
          data ->
              representScalar(
                  Tag.STR,
                  (String) data,
                  ((String) data).contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN));
    }
  }

  /** Quotes a text only where YAML 1.2's core schema would take it for something else. */
  private static final class Core extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      // All that is needed is in resolve.
    }

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      if (kind != NodeId.scalar || !implicit) {
        return super.resolve(kind, value, implicit);
      }
      return switch (Scalars.plain(value)) {
        case NOTHING -> Tag.NULL;
        case TRUTH -> Tag.BOOL;
        case WHOLE -> Tag.INT;
        case DECIMAL -> Tag.FLOAT;
        case TEXT -> Tag.STR;
      };
    }
  }
}
