package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.uitrol.application.communication.inbound.Cause;
import org.uitrol.application.communication.inbound.Notice;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Amazon SES tells by mail, as JSON: bounces, complaints and deliveries. */
final class ServiceNotices {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * @param notices one for each recipient
   * @param originals the Message-IDs it names
   */
  record Found(List<Notice> notices, List<String> originals) {}

  private ServiceNotices() {}

  /** Empty when the text is no such notice. */
  static Optional<Found> in(String text) {
    String body = text.strip();
    boolean likely =
        body.startsWith("{")
            && (body.contains("\"notificationType\"") || body.contains("\"eventType\""));
    if (!likely) {
      return Optional.empty();
    }
    try {
      // Servers break overlong lines like this.
      JsonNode root = JSON.readTree(body.replaceAll("!\r?\n ", ""));
      List<Notice> notices = notices(root);
      return notices.isEmpty() ? Optional.empty() : Optional.of(new Found(notices, ids(root)));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  private static List<Notice> notices(JsonNode root) {
    List<Notice> notices = new ArrayList<>();
    for (JsonNode one : root.path("bounce").path("bouncedRecipients")) {
      String words = one.path("diagnosticCode").asString("");
      int semicolon = words.indexOf(';');
      boolean transientOne =
          root.path("bounce").path("bounceType").asString("").equalsIgnoreCase("transient");
      Diagnosis diagnosis =
          new Diagnosis(
              Addresses.first(one.path("emailAddress").asString("")),
              "",
              one.path("action").asString("failed").toLowerCase(Locale.ROOT),
              one.path("status").asString(""),
              "smtp",
              words.substring(semicolon + 1),
              transientOne ? "a temporary failure" : "");
      notices.add(diagnosis.notice());
    }
    for (JsonNode one : root.path("complaint").path("complainedRecipients")) {
      String address = Addresses.first(one.path("emailAddress").asString(""));
      notices.add(new Notice(address, "", Notice.Kind.SOFT, Cause.COMPLAINT, "", 0, true));
    }
    String response = root.path("delivery").path("smtpResponse").asString("");
    for (JsonNode one : root.path("delivery").path("recipients")) {
      notices.add(
          new Notice(
              Addresses.first(one.asString("")),
              "",
              Notice.Kind.SOFT,
              Cause.DELIVERED,
              Statuses.first(response),
              Statuses.reply(response),
              true));
    }
    return notices;
  }

  /** The service gives mails an id of its own; ours stands among the headers. */
  private static List<String> ids(JsonNode root) {
    List<String> ids = new ArrayList<>();
    ids.add(root.path("mail").path("commonHeaders").path("messageId").asString(""));
    for (JsonNode header : root.path("mail").path("headers")) {
      if (header.path("name").asString("").equalsIgnoreCase("Message-ID")) {
        ids.add(header.path("value").asString(""));
      }
    }
    return ids;
  }
}
