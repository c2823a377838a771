package org.uitrol.adapters.scim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.scim.Filter.Comparison;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads filters and the paths of PATCH by descending through their grammar (RFC 7644, figures 1 and
 * 7): {@code or} binds least, then {@code and}, then {@code not}.
 */
final class FilterReader {

  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  private FilterReader(String text) {
    if (text.length() > LONGEST) {
      throw ScimFailure.badFilter("a filter has at most " + LONGEST + " characters");
    }
    this.text = text;
  }

  /**
   * What a PATCH operation is about.
   *
   * @param element which elements of the attribute are meant; null for all
   */
  record Path(AttributeName name, @Nullable Filter element) {}

  static Filter filter(String text) {
    FilterReader reader = new FilterReader(text);
    Filter filter = reader.either();
    reader.end();
    return filter;
  }

  static Path path(String text) {
    FilterReader reader = new FilterReader(text);
    String name = reader.name();
    if (!reader.takes('[')) {
      reader.end();
      return new Path(AttributeName.of(name), null);
    }
    Filter element = reader.either();
    reader.expect(']');
    AttributeName whole = AttributeName.of(name);
    String part = reader.takes('.') ? reader.name() : "";
    reader.end();
    return new Path(new AttributeName(whole.extension(), whole.attribute(), part), element);
  }

  private Filter either() {
    Filter filter = both();
    while (takes("or")) {
      filter = new Filter.Or(filter, both());
    }
    return filter;
  }

  private Filter both() {
    Filter filter = one();
    while (takes("and")) {
      filter = new Filter.And(filter, one());
    }
    return filter;
  }

  private Filter one() {
    if (takes("not")) {
      expect('(');
      return new Filter.Not(inside());
    }
    return takes('(') ? inside() : condition();
  }

  private Filter inside() {
    if (++depth > DEEPEST) {
      throw ScimFailure.badFilter("the filter has too many parentheses in each other");
    }
    Filter filter = either();
    expect(')');
    depth--;
    return filter;
  }

  private Filter condition() {
    AttributeName name = attribute();
    if (takes('[')) {
      Filter element = either();
      expect(']');
      return new Filter.Element(
          name, takes('.') ? new Filter.And(element, comparison(attribute())) : element);
    }
    return comparison(name);
  }

  private AttributeName attribute() {
    return AttributeName.of(name());
  }

  private Filter comparison(AttributeName name) {
    if (takes("pr")) {
      return new Filter.Present(name);
    }
    String word = word();
    Comparison how =
        Arrays.stream(Comparison.values())
            .filter(comparison -> comparison.name().equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(() -> problem("an operator such as eq"));
    at += word.length();
    return new Filter.Compare(name, how, value());
  }

  private JsonNode value() {
    spaces();
    int from = at;
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    } else {
      at += word().length();
    }
    String literal = text.substring(from, at);
    return literal(literal.startsWith("\"") ? literal : literal.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> problem("a value: text in double quotes, a number, true, false, null"));
  }

  private static Optional<JsonNode> literal(String literal) {
    try {
      JsonNode node = ScimAnswers.JSON.readTree(literal);
      boolean readable = node.asString().indexOf('\0') < 0;
      return node.isValueNode() && readable ? Optional.of(node) : Optional.empty();
    } catch (JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private String name() {
    spaces();
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    if (at == from || !isLetter(text.charAt(from))) {
      at = from;
      throw problem("the name of an attribute");
    }
    return text.substring(from, at);
  }

  private boolean takes(String word) {
    boolean taken = word().equalsIgnoreCase(word);
    if (taken) {
      at += word.length();
    }
    return taken;
  }

  /** The word that comes next, without going beyond it. */
  private String word() {
    spaces();
    int to = at;
    while (to < text.length() && " ()[]\"".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(at, to);
  }

  private boolean takes(char sign) {
    spaces();
    boolean taken = at < text.length() && text.charAt(at) == sign;
    if (taken) {
      at++;
    }
    return taken;
  }

  private void expect(char sign) {
    if (!takes(sign)) {
      throw problem("'" + sign + "'");
    }
  }

  private void end() {
    spaces();
    if (at < text.length()) {
      throw problem("'and', 'or' or the end");
    }
  }

  private void spaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private ScimFailure problem(String expected) {
    return ScimFailure.badFilter("at character %d: expected %s".formatted(at + 1, expected));
  }

  private static boolean isOfName(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || "-_.:$".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$';
  }
}
