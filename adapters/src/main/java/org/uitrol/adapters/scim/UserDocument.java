package org.uitrol.adapters.scim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.files.PersonValues;
import org.uitrol.application.directory.KnownPerson;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.RowProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person as a user of RFC 7643, sections 4.1 and 4.3. */
final class UserDocument {

  private static final Map<PersonField, AttributeName> PLAIN = plain();

  private UserDocument() {}

  /**
   * What a user document tells.
   *
   * @param fields by field, raw; empty to clear it; what isn't told isn't there
   * @param active null when it isn't told
   */
  record Told(Map<PersonField, String> fields, @Nullable Boolean active) {

    /** What is told that wasn't so before; what was and isn't told any more is cleared. */
    Told since(Told before) {
      Map<PersonField, String> changed = new EnumMap<>(PersonField.class);
      for (PersonField field : PersonField.values()) {
        String former = before.fields.getOrDefault(field, "");
        String now = fields.getOrDefault(field, "");
        if (!former.equals(now)) {
          changed.put(field, now);
        }
      }
      return new Told(changed, active);
    }

    /** The same, cleaned and checked by the rules of people files. */
    Told checked() {
      if (fields.getOrDefault(PersonField.USER_NAME, "-").isBlank()) {
        throw ScimFailure.badValue("a user has a userName");
      }
      List<RowProblem> problems = new ArrayList<>();
      return PersonValues.check(fields, problems::add)
          .map(sound -> new Told(sound, active))
          .orElseThrow(
              () ->
                  ScimFailure.badValue(problems.get(0).column() + " " + problems.get(0).reason()));
    }
  }

  /** The user without its meta data. */
  static ObjectNode of(KnownPerson known, @Nullable PersonalData leader, ScimAnswers answers) {
    PersonalData data = known.data();
    ObjectNode user = ScimAnswers.JSON.createObjectNode();
    user.putArray("schemas").add(Schemas.USER).add(Schemas.ENTERPRISE);
    user.put("id", known.person().value());
    user.put("userName", known.userName());
    PLAIN.forEach(
        (field, name) -> {
          if (field != PersonField.USER_NAME && !data.value(field).isEmpty()) {
            put(user, name, data.value(field));
          }
        });
    user.put("active", known.works());
    if (data.hasEmail()) {
      ObjectNode email = user.putArray("emails").addObject();
      email.put("value", data.email());
      email.put("type", "work");
      email.put("primary", true);
    }
    if (data.manager() != null) {
      ObjectNode manager = user.withObject("/" + Schemas.ENTERPRISE).putObject("manager");
      manager.put("value", data.manager().value());
      manager.put("$ref", answers.location("Users/" + data.manager()));
      if (leader != null) {
        manager.put("displayName", leader.name());
      }
    }
    return user;
  }

  /** What a document tells, raw. Attributes that mean nothing here are passed over. */
  static Told read(JsonNode document) {
    Map<PersonField, String> fields = new EnumMap<>(PersonField.class);
    PLAIN.forEach(
        (field, name) -> text(document, name).ifPresent(value -> fields.put(field, value)));
    fields.computeIfPresent(
        PersonField.LANGUAGE, (field, language) -> language.split("[,;]", 2)[0].strip());
    AttributeName.child(document, "emails")
        .ifPresent(emails -> fields.put(PersonField.EMAIL, address(emails)));
    AttributeName.child(document, Schemas.ENTERPRISE)
        .flatMap(extension -> AttributeName.child(extension, "manager"))
        .ifPresent(manager -> fields.put(PersonField.MANAGER, leader(manager)));
    return new Told(fields, truth(AttributeName.child(document, "active").orElse(null)));
  }

  private static Optional<String> text(JsonNode document, AttributeName name) {
    Optional<JsonNode> node =
        name.extension().isEmpty()
            ? Optional.of(document)
            : AttributeName.child(document, name.extension());
    node = node.flatMap(parent -> AttributeName.child(parent, name.attribute()));
    if (!name.part().isEmpty()) {
      node = node.flatMap(parent -> AttributeName.child(parent, name.part()));
    }
    return node.filter(JsonNode::isValueNode).map(value -> value.isNull() ? "" : value.asString());
  }

  /** The primary address, else the one for work, else the first; of several, the one told last. */
  private static String address(JsonNode emails) {
    String first = "";
    String work = "";
    String primary = "";
    List<JsonNode> all = emails.isArray() ? emails.valueStream().toList() : List.of(emails);
    for (JsonNode email : all) {
      String address =
          email.isString()
              ? email.asString()
              : AttributeName.child(email, "value").map(UserDocument::plainText).orElse("");
      if (address.isBlank()) {
        continue;
      }
      first = first.isEmpty() ? address : first;
      if (AttributeName.child(email, "type")
          .map(UserDocument::plainText)
          .orElse("")
          .equalsIgnoreCase("work")) {
        work = address;
      }
      if (Boolean.TRUE.equals(truth(AttributeName.child(email, "primary").orElse(null)))) {
        primary = address;
      }
    }
    return !primary.isEmpty() ? primary : !work.isEmpty() ? work : first;
  }

  private static String leader(JsonNode manager) {
    JsonNode one = manager.isArray() && !manager.isEmpty() ? manager.get(0) : manager;
    return one.isObject()
        ? AttributeName.child(one, "value").map(UserDocument::plainText).orElse("")
        : plainText(one);
  }

  private static String plainText(JsonNode node) {
    return node.isNull() || node.isContainer() ? "" : node.asString();
  }

  /** A truth, also where it is written as a text, as Entra does. */
  private static @Nullable Boolean truth(@Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    return switch (node.isContainer() ? "" : node.asString().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ScimFailure.badValue("active and primary are true or false");
    };
  }

  private static void put(ObjectNode user, AttributeName name, String value) {
    ObjectNode parent = name.extension().isEmpty() ? user : user.withObject("/" + name.extension());
    if (name.part().isEmpty()) {
      parent.put(name.attribute(), value);
    } else {
      parent.withObject("/" + name.attribute()).put(name.part(), value);
    }
  }

  private static Map<PersonField, AttributeName> plain() {
    Map<PersonField, AttributeName> names = new LinkedHashMap<>();
    names.put(PersonField.USER_NAME, AttributeName.of("userName"));
    names.put(PersonField.EXTERNAL_ID, AttributeName.of("externalId"));
    names.put(PersonField.DISPLAY_NAME, AttributeName.of("displayName"));
    names.put(PersonField.GIVEN_NAME, AttributeName.of("name.givenName"));
    names.put(PersonField.FAMILY_NAME, AttributeName.of("name.familyName"));
    names.put(PersonField.FUNCTION, AttributeName.of("title"));
    names.put(PersonField.EMPLOYMENT, AttributeName.of("userType"));
    names.put(PersonField.LANGUAGE, AttributeName.of("preferredLanguage"));
    names.put(PersonField.TIME_ZONE, AttributeName.of("timezone"));
    for (PersonField field :
        List.of(
            PersonField.EMPLOYEE_NUMBER,
            PersonField.COST_CENTER,
            PersonField.ORGANIZATION,
            PersonField.DIVISION,
            PersonField.DEPARTMENT)) {
      names.put(field, new AttributeName(Schemas.ENTERPRISE, field.key(), ""));
    }
    return names;
  }
}
