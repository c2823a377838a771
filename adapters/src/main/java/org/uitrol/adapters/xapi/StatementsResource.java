package org.uitrol.adapters.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.shared.Iri;
import org.uitrol.application.training.StatementIntake;
import org.uitrol.application.training.SubmittedStatement;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.port.StatementStore.Document;
import org.uitrol.application.training.port.StatementStore.Known;
import org.uitrol.application.training.port.StatementStore.Query;
import org.uitrol.domain.shared.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statements: PUT, POST and GET as section 2.1 of part three has them. */
@RestController
class StatementsResource {

  private static final String PATH = "/xapi/statements";
  private static final int MOST = 500;

  private static final Set<String> ALONE = Set.of("format", "attachments");

  private static final Set<String> QUERY =
      Set.of(
          "agent",
          "verb",
          "activity",
          "registration",
          "related_activities",
          "related_agents",
          "since",
          "until",
          "limit",
          "format",
          "attachments",
          "ascending");

  private final StatementIntake intake;
  private final StatementStore store;
  private final XapiAnswers answers;
  private final MoreLinks more;

  StatementsResource(
      StatementIntake intake, StatementStore store, XapiAnswers answers, MoreLinks more) {
    this.intake = intake;
    this.store = store;
    this.answers = answers;
    this.more = more;
  }

  @PutMapping(PATH)
  ResponseEntity<byte[]> put(
      HttpServletRequest request, @AuthenticationPrincipal ConsoleUser user) {
    return put(Asked.of(request), user);
  }

  @PostMapping(PATH)
  ResponseEntity<byte[]> post(
      HttpServletRequest request, @AuthenticationPrincipal ConsoleUser user) {
    Asked asked = Asked.of(request);
    return switch (asked.method()) {
      case "GET", "HEAD" -> get(asked, user);
      case "PUT" -> put(asked, user);
      case "POST" -> post(asked, user);
      default ->
          throw new XapiFailure(HttpStatus.METHOD_NOT_ALLOWED, "statements are never deleted");
    };
  }

  @GetMapping(PATH)
  ResponseEntity<byte[]> get(
      HttpServletRequest request, @AuthenticationPrincipal ConsoleUser user) {
    return get(Asked.of(request), user);
  }

  private ResponseEntity<byte[]> put(Asked asked, ConsoleUser user) {
    asked.allow(Set.of("statementId"));
    String id = uuid(asked, "statementId");
    if (id == null) {
      throw XapiFailure.bad("statementId is missing");
    }
    asked.requireJson();
    SubmittedStatement statement =
        StatementReader.single(
            StatementReader.json(asked.body()), id, answers.authority(user.id()));
    intake.take(List.of(statement), user.id(), user.actor());
    return answers.answer(HttpStatus.NO_CONTENT).build();
  }

  private ResponseEntity<byte[]> post(Asked asked, ConsoleUser user) {
    asked.allow(Set.of());
    asked.requireJson();
    List<SubmittedStatement> statements =
        StatementReader.many(StatementReader.json(asked.body()), answers.authority(user.id()));
    intake.take(statements, user.id(), user.actor());
    ArrayNode ids = StatementReader.JSON.createArrayNode();
    statements.forEach(statement -> ids.add(statement.id()));
    return answers.json(HttpStatus.OK, ids);
  }

  private ResponseEntity<byte[]> get(Asked asked, ConsoleUser user) {
    if (asked.parameter("statementId") != null) {
      return one(asked, "statementId", false, user.id());
    } else if (asked.parameter("voidedStatementId") != null) {
      return one(asked, "voidedStatementId", true, user.id());
    }
    Instant consistent = answers.consistentThrough();
    Asked meant = asked;
    long beyond = 0;
    String token = asked.parameter("more");
    if (token != null) {
      asked.allow(Set.of("more"));
      MoreLinks.Rest rest =
          more.read(token, user.id())
              .orElseThrow(() -> XapiFailure.bad("that is no link to more statements"));
      meant = new Asked("GET", rest.parameters(), asked.headers(), asked.bytes());
      beyond = rest.beyond();
    }
    meant.allow(QUERY);
    return list(meant, beyond, consistent, user.id());
  }

  private ResponseEntity<byte[]> one(Asked asked, String name, boolean voided, AccountId sender) {
    Set<String> allowed = new HashSet<>(ALONE);
    allowed.add(name);
    asked.allow(allowed);
    Shown shown = Shown.of(asked.parameter("format"));
    boolean multipart = truth(asked, "attachments");
    String id = String.valueOf(uuid(asked, name)).toLowerCase(Locale.ROOT);
    Optional<Document> found =
        store
            .find(id)
            .filter(known -> known.sender().equals(sender))
            .filter(known -> known.voided() == voided)
            .flatMap((Known known) -> store.read(id, sender));
    if (found.isEmpty()) {
      throw new XapiFailure(HttpStatus.NOT_FOUND, "there is no such statement");
    }
    Document document = found.get();
    ResponseEntity.BodyBuilder answer =
        answers
            .answer(HttpStatus.OK)
            .header(
                HttpHeaders.LAST_MODIFIED,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    document.storedAt().atOffset(ZoneOffset.UTC)));
    return body(answer, shown.statement(read(document), languages(asked)), multipart);
  }

  private ResponseEntity<byte[]> list(
      Asked asked, long beyond, Instant consistent, AccountId sender) {
    Shown shown = Shown.of(asked.parameter("format"));
    boolean multipart = truth(asked, "attachments");
    int limit = limit(asked);
    boolean ascending = truth(asked, "ascending");
    List<Document> found =
        store.list(
            new Query(
                sender,
                agent(asked),
                truth(asked, "related_agents"),
                iri(asked, "verb"),
                iri(asked, "activity"),
                truth(asked, "related_activities"),
                uuid(asked, "registration"),
                moment(asked, "since"),
                moment(asked, "until"),
                ascending,
                beyond,
                limit + 1));
    List<Document> page = found.subList(0, Math.min(limit, found.size()));
    List<LanguageRange> languages = languages(asked);
    ObjectNode result = StatementReader.JSON.createObjectNode();
    ArrayNode statements = result.putArray("statements");
    Instant through = consistent;
    for (Document document : page) {
      statements.add(shown.statement(read(document), languages));
      through = document.storedAt().isAfter(through) ? document.storedAt() : through;
    }
    result.put(
        "more",
        found.size() <= limit
            ? ""
            : more.link(
                PATH,
                new MoreLinks.Rest(asked.parameters(), page.get(limit - 1).number()),
                sender));
    return body(answers.answer(HttpStatus.OK, through), result, multipart);
  }

  private static ObjectNode read(Document document) {
    return (ObjectNode) StatementReader.JSON.readTree(document.json());
  }

  /** Nothing is attached to what is kept, so that the one part is all. */
  private static ResponseEntity<byte[]> body(
      ResponseEntity.BodyBuilder answer, JsonNode document, boolean multipart) {
    byte[] json = StatementReader.JSON.writeValueAsBytes(document);
    if (!multipart) {
      return answer.contentType(MediaType.APPLICATION_JSON).body(json);
    }
    String boundary = "uitrol-" + UUID.randomUUID();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("--" + boundary + "\r\nContent-Type: application/json\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(json);
    out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return answer
        .contentType(new MediaType("multipart", "mixed", Map.of("boundary", boundary)))
        .body(out.toByteArray());
  }

  private static @Nullable String agent(Asked asked) {
    String text = asked.parameter("agent");
    if (text == null) {
      return null;
    }
    JsonNode who = StatementReader.json(text);
    StatementRules.checkWho(who, "agent");
    return Actors.key(who);
  }

  private static @Nullable String uuid(Asked asked, String name) {
    String text = asked.parameter(name);
    if (text != null && !Formats.isUuid(text)) {
      throw XapiFailure.bad(name + " has to be a UUID");
    }
    return text;
  }

  private static @Nullable String iri(Asked asked, String name) {
    String text = asked.parameter(name);
    if (text != null && !Iri.is(text)) {
      throw XapiFailure.bad(name + " has to be an IRI");
    }
    return text;
  }

  private static @Nullable Instant moment(Asked asked, String name) {
    String text = asked.parameter(name);
    return text == null
        ? null
        : Formats.moment(text)
            .orElseThrow(() -> XapiFailure.bad(name + " has to be a timestamp by ISO 8601"));
  }

  private static boolean truth(Asked asked, String name) {
    String text = asked.parameter(name);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw XapiFailure.bad(name + " is true or false");
    }
    return "true".equals(text);
  }

  private static int limit(Asked asked) {
    String text = asked.parameter("limit");
    if (text != null && !text.matches("[0-9]{1,9}")) {
      throw XapiFailure.bad("limit is a whole number, not below 0");
    }
    int limit = text == null ? 0 : Integer.parseInt(text);
    return limit == 0 ? MOST : Math.min(limit, MOST);
  }

  private static List<LanguageRange> languages(Asked asked) {
    String liked = asked.header(HttpHeaders.ACCEPT_LANGUAGE);
    try {
      return liked == null ? List.of() : new ArrayList<>(LanguageRange.parse(liked));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
