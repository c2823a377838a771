package org.uitrol.adapters.conditions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what is wrong with a condition in words for someone who never heard of CEL. */
final class Wording {

  private static final String AVAILABLE =
      "a condition has names, numbers, 'texts', true and false, joined by && || ! == != < <= > >="
          + " in + - * / and ? :";

  static final String NOT_AVAILABLE = "this isn't available here: " + AVAILABLE;

  private static final Pattern TOKEN =
      Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
  private static final Pattern UNKNOWN =
      Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
  private static final Pattern OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '\\((.*?)\\)'.*", Pattern.DOTALL);
  private static final Pattern RESULT =
      Pattern.compile("expected type '(.*?)' but found '(.*?)'", Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.of("double", "a number", "string", "a text", "bool", "true or false");

  private Wording() {}

  static String noFunction(String name) {
    return "'" + name.replace("_", "") + "' isn't available here: " + AVAILABLE;
  }

  static String unknownName(String name, List<String> known, String nearest) {
    String hint = nearest.isEmpty() ? "." : ", did you mean '" + nearest + "'?";
    return "nothing is called '" + name + "'" + hint + " Known here: " + String.join(", ", known);
  }

  static String syntax(String message) {
    Matcher token = TOKEN.matcher(message);
    if (token.matches()) {
      return unexpected(token.group(1));
    }
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.matches()) {
      return unrecognised(unknown.group(1).strip());
    }
    if (message.contains("recursion")) {
      return "the condition is nested too deeply";
    }
    return "this can't be read: " + AVAILABLE;
  }

  static String types(String message) {
    Matcher overload = OVERLOAD.matcher(message);
    if (overload.matches()) {
      String sign = overload.group(1).replace("_", "").replace("@", "");
      return "'" + sign + "' doesn't work for " + types(overload.group(2).split(", "));
    }
    Matcher result = RESULT.matcher(message);
    if (result.matches()) {
      return result.group(1).equals("bool")
          ? "the condition must be true or false, but this is " + type(result.group(2))
          : "expected " + type(result.group(1)) + ", but this is " + type(result.group(2));
    }
    return "this can't be read: " + AVAILABLE;
  }

  private static String unexpected(String token) {
    return switch (token) {
      case "<EOF>" -> "the condition stops too early";
      case "," -> "unexpected ','; write decimals with a point, as in 3.5";
      case "and", "AND", "en" -> "unexpected '" + token + "'; write && for and";
      case "or", "OR", "of" -> "unexpected '" + token + "'; write || for or";
      default -> "unexpected '" + token + "': " + AVAILABLE;
    };
  }

  private static String unrecognised(String token) {
    return switch (token) {
      case "=" -> "unexpected '='; write == to compare";
      case "&" -> "unexpected '&'; write && for and";
      case "|" -> "unexpected '|'; write || for or";
      default ->
          token.startsWith("\"") || token.startsWith("'")
              ? "a text that isn't closed: " + token
              : "unexpected '" + token + "': " + AVAILABLE;
    };
  }

  private static String types(String[] types) {
    return Arrays.stream(types).map(Wording::type).collect(Collectors.joining(" and "));
  }

  private static String type(String type) {
    return TYPES.getOrDefault(type, type.startsWith("list(") ? "a list" : type);
  }
}
