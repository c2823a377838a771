package org.uitrol.adapters.scim;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A condition on a resource (RFC 7644, section 3.4.2.2). */
sealed interface Filter {

  /** Whether the resource is one of those that are meant. */
  boolean holds(JsonNode resource);

  /** Reads a filter. */
  static Filter of(String text) {
    return FilterReader.filter(text);
  }

  /** The text with which an attribute has to be equal, whatever else the filter asks. */
  default Optional<String> equalTo(Predicate<AttributeName> attribute) {
    if (this instanceof And and) {
      return and.left.equalTo(attribute).or(() -> and.right.equalTo(attribute));
    }
    if (this instanceof Element element) {
      return element.filter.equalTo(part -> attribute.test(part.within(element.name)));
    }
    return this instanceof Compare compare
            && compare.how == Comparison.EQ
            && attribute.test(compare.name)
            && compare.value.isString()
        ? Optional.of(compare.value.asString())
        : Optional.empty();
  }

  /** How two values are compared. */
  enum Comparison {
    EQ,
    NE,
    CO,
    SW,
    EW,
    GT,
    GE,
    LT,
    LE
  }

  /** Both hold. */
  record And(Filter left, Filter right) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      return left.holds(resource) && right.holds(resource);
    }
  }

  /** At least one holds. */
  record Or(Filter left, Filter right) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      return left.holds(resource) || right.holds(resource);
    }
  }

  /** The condition doesn't hold. */
  record Not(Filter filter) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      return !filter.holds(resource);
    }
  }

  /** The attribute has a value. */
  record Present(AttributeName name) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      return name.in(resource).stream()
          .anyMatch(node -> !node.isEmpty() || (node.isValueNode() && !node.asString().isEmpty()));
    }
  }

  /** One element of the attribute meets the whole condition. */
  record Element(AttributeName name, Filter filter) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      return name.in(resource).stream().anyMatch(filter::holds);
    }
  }

  /** One value of the attribute compares so; an attribute without a value equals {@code null}. */
  record Compare(AttributeName name, Comparison how, JsonNode value) implements Filter {

    @Override
    public boolean holds(JsonNode resource) {
      boolean found =
          name.in(resource).stream()
              .map(node -> node.isObject() ? AttributeName.child(node, "value").orElse(node) : node)
              .anyMatch(node -> value.isNull() || fits(node));
      if (value.isNull()) {
        return (how == Comparison.EQ) != found;
      }
      return (how == Comparison.NE) != found;
    }

    /** Whether a value fits; for {@link Comparison#NE}, whether it is equal. */
    private boolean fits(JsonNode node) {
      if (how == Comparison.EQ || how == Comparison.NE) {
        return text(node).equals(text(value));
      }
      return switch (how) {
        case CO -> text(node).contains(text(value));
        case SW -> text(node).startsWith(text(value));
        case EW -> text(node).endsWith(text(value));
        case GT -> order(node) > 0;
        case GE -> order(node) >= 0;
        case LT -> order(node) < 0;
        default -> order(node) <= 0;
      };
    }

    private int order(JsonNode node) {
      if (node.isNumber() && value.isNumber()) {
        return node.decimalValue().compareTo(value.decimalValue());
      }
      Optional<Instant> left = moment(node);
      Optional<Instant> right = moment(value);
      return left.isPresent() && right.isPresent()
          ? left.get().compareTo(right.get())
          : text(node).compareTo(text(value));
    }

    /** Identifiers are compared as they are, everything else without regard to case. */
    private String text(JsonNode node) {
      boolean exact = name.is("id") || name.is("externalId");
      return exact ? node.asString() : node.asString().toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> moment(JsonNode node) {
      try {
        return Optional.of(OffsetDateTime.parse(node.asString()).toInstant());
      } catch (DateTimeException noMoment) {
        return Optional.empty();
      }
    }
  }
}
