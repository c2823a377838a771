package org.uitrol.adapters.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.mail.MailSearch;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PeopleImport.Waiting;
import org.uitrol.application.directory.PeopleSync;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.support.RunningApplication;

/**
 * One person to whom all happens that can happen to somebody, who is then erased by two
 * administrators. Each test goes on where the one before stopped.
 */
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SomebodyWhoIsErased {

  private static final Path DATA = Path.of("target/data/erased-" + UUID.randomUUID());

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.data=" + DATA);

  private static final String NAME = "Wilhelmina Achterbosch";
  private static final String EMAIL = "wilhelmina.achterbosch@town.example";
  private static final String NUMBER = "NR884422";
  private static final String ROW = NUMBER + ";" + EMAIL + ";" + NAME + ";finance\n";
  private static final String HEADER = "personeelsnummer;e-mail;naam;afdeling\n";
  private static final String UITROLS = "uitrol@uitrol.example";

  private static final DispatchId TOLD = new DispatchId("told-to-another");

  private static SmallTown town;
  private static Needles needles;
  private static Visitor ann;
  private static Visitor bob;
  private static PersonId person = new PersonId("nobody-yet");
  private static SessionId session = new SessionId("none-yet");
  private static SurveyId survey = new SurveyId("none-yet");
  private static byte[] sealedGoal = {};
  private static Map<String, Long> counted = Map.of();

  @BeforeAll
  static void a_town_is_under_way() {
    needles = new Needles(UITROL, DATA, "Wilhelmina", "Achterbosch", NUMBER);
    town = new SmallTown(UITROL);
    town.begin();
    ann = Visitor.signedIn(UITROL, "ann", Role.ADMIN, Role.CHANGE_MANAGER);
    bob = Visitor.signedIn(UITROL, "bob", Role.ADMIN);
  }

  @Test
  @Order(1)
  void leaves_traces_in_many_places() {
    live();

    assertThat(needles.columns()).hasSizeGreaterThan(200);
    assertThat(needles.inTables())
        .contains(
            "account.display_name",
            "account.username",
            "api_token.label",
            "dead_letter_entry.cause_message",
            "dead_letter_entry.diagnostics",
            "discarded_letter.reason",
            "inbound_mail.raw",
            "inbound_mail.note",
            "timer.last_error");
    assertThat(needles.inFiles()).anyMatch(file -> file.startsWith("mailbox"));
    assertThat(needles.inMailboxOf(EMAIL)).isPositive();
    assertThat(needles.inMailboxOf(UITROLS)).isPositive();
    assertThat(pages().stream().filter(page -> needles.areIn(ann.get(page).body())))
        .contains("/people/" + person, "/people?department=finance", "/accounts", "/operations");
    assertThat(UITROL.bean(Erasures.class).preview(person).held())
        .containsKeys(
            DataKind.PROFILE,
            DataKind.MEMBERSHIPS,
            DataKind.SEATS,
            DataKind.COURSES,
            DataKind.MAIL_COPIES,
            DataKind.MAIL_TEXTS,
            DataKind.INBOUND_MAILS,
            DataKind.INVITATION_ANSWERS,
            DataKind.CALENDAR_LINKS,
            DataKind.QUESTIONS,
            DataKind.OWN_GOALS,
            DataKind.USAGE,
            DataKind.CHECK_IN_TRIES,
            DataKind.IMPORT_FILES,
            DataKind.FAILURE_TEXTS,
            DataKind.TIMERS,
            DataKind.ACCOUNTS,
            DataKind.TOKENS);
  }

  @Test
  @Order(2)
  void is_asked_for_by_one_administrator_and_not_approved_by_the_same() {
    String page = "/people/" + person + "/erasure";
    assertThat(bob.get("/people/" + person).body()).contains(page);
    assertThat(ann.get(page).body())
        .contains("What would be destroyed", "Copies in the built-in mailbox", "What stays");

    HttpResponse<String> asked = ann.post(page, Map.of("ground", "ASKED"));
    assertThat(asked.statusCode()).isBetween(302, 303);
    assertThat(ann.get(page).body()).contains("somebody else has to decide");
    HttpResponse<String> own = ann.post(page + "/approve", Map.of());
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("Who asked for it can’t agree with it");

    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    Visitor manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    assertThat(council.get(page).statusCode()).isEqualTo(403);
    assertThat(manager.get(page).statusCode()).isEqualTo(403);
    assertThat(manager.get("/erasures").statusCode()).isEqualTo(403);
    assertThat(manager.get("/people/" + person).body()).doesNotContain(page);
    assertThat(bob.get("/erasures").body()).contains(page, NAME, "waits for somebody else");
  }

  @Test
  @Order(3)
  void is_gone_everywhere_once_the_other_approves() {
    String page = "/people/" + person + "/erasure";
    sealedGoal =
        UITROL
            .jdbc()
            .sql("select sealed from own_goal where person_id = :person")
            .param("person", person.value())
            .query(byte[].class)
            .single();
    bob.get(page);
    assertThat(bob.post(page + "/approve", Map.of()).statusCode()).isBetween(302, 303);

    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> erasure().status() == Status.ERASED && isQuiet());

    assertThat(needles.inTables()).isEmpty();
    assertThat(needles.inFiles()).isEmpty();
    assertThat(needles.inMailboxOf(EMAIL)).isZero();
    assertThat(needles.inMailboxOf(UITROLS)).isZero();
    for (String shown : pages()) {
      HttpResponse<String> answer = ann.get(shown);
      assertThat(answer.statusCode()).as(shown).isIn(200, 404);
      assertThat(needles.areIn(answer.body())).as(shown).isFalse();
    }
    for (String export : List.of("/history/export.csv", "/history/export.jsonl")) {
      String text = ann.get(export).body();
      assertThat(text).contains(person.value());
      assertThat(needles.areIn(text)).as(export).isFalse();
    }
    assertThat(needles.loggedLines()).isPositive();
    assertThat(needles.inLog()).isEmpty();
    assertThat(UITROL.bean(PersonVault.class).open(person, "goal", sealedGoal)).isEmpty();
    assertThat(rows("vault_person", "person_id") + rows("own_goal", "person_id")).isZero();
    assertThat(rows("usage_statement", "person") + rows("inbound_person", "person")).isZero();
    assertThat(UITROL.bean(Outbox.class).message(TOLD, SmallTown.EVA)).isEmpty();
    assertThat(UITROL.bean(Erasures.class).preview(person).held()).isEmpty();
  }

  @Test
  @Order(4)
  void has_no_seat_no_link_and_no_account_any_more() {
    Session planned =
        UITROL
            .bean(Streams.class)
            .state(session, SessionEvent.class, Session::evolve)
            .orElseThrow();
    assertThat(planned.holdsSeat(person)).isFalse();
    assertThat(planned.holdsSeat(SmallTown.JAN)).isTrue();
    assertThat(new Visitor(UITROL).get(town.ownPage(person)).statusCode()).isEqualTo(404);
    assertThat(new Visitor(UITROL).get(town.links().calendar(person, 1).getRawPath()).statusCode())
        .isEqualTo(404);
    assertThat(UITROL.bean(Accounts.class).find(EMAIL)).isEmpty();
    assertThat(UITROL.bean(MailStore.class).ofPerson(person, 0, 50))
        .noneMatch(mail -> mail.state().name().equals("WAITING"));
    assertThat(
            UITROL
                .jdbc()
                .sql("select count(*) from timer where key like '%' || :person || '%'")
                .param("person", person.value())
                .query(Long.class)
                .single())
        .as("but for the one that would have let the request lapse")
        .isLessThanOrEqualTo(1);
  }

  @Test
  @Order(5)
  void is_certified_to_be_gone_without_a_name() {
    String path = "/people/" + person + "/erasure/certificate";
    HttpResponse<String> file = bob.get(path);

    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", erasure().certificate().value());
    assertThat(file.body())
        .contains("\"MAIL_COPIES\"", "\"PROFILE\"", "\"HISTORY\"", "\"approvedBy\"")
        .doesNotContain(person.value(), "Wilhelmina", NUMBER);
    assertThat(bob.get(path).body()).isEqualTo(file.body());
    ErasureCertificates certificates = UITROL.bean(ErasureCertificates.class);
    byte[] bytes = file.body().getBytes(StandardCharsets.UTF_8);
    assertThat(certificates.isGenuine(bytes)).isTrue();
    String forged = file.body().replace("\"PROFILE\" : 1", "\"PROFILE\" : 2");
    assertThat(forged).isNotEqualTo(file.body());
    assertThat(certificates.isGenuine(forged.getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(certificates.isGenuine("nothing".getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  @Order(6)
  void leaves_the_statistics_and_a_history_that_can_be_replayed() {
    assertThat(counts()).isEqualTo(counted);
    Map<String, String> before = views();

    EventProcessingConfiguration processing = UITROL.bean(EventProcessingConfiguration.class);
    int replayed = 0;
    for (String name : processing.eventProcessors().keySet()) {
      if (name.startsWith("view.")) {
        StreamingEventProcessor view =
            processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new AssertionError(name));
        view.shutDown();
        view.resetTokens();
        view.start();
        replayed++;
      }
    }
    assertThat(replayed).isGreaterThan(9);
    await().atMost(Duration.ofSeconds(60)).until(() -> UITROL.bean(Processors.class).caughtUp());

    assertThat(views()).isEqualTo(before);
    assertThat(counts()).isEqualTo(counted);
    assertThat(needles.inTables()).isEmpty();
    assertThat(erasure().status()).isEqualTo(Status.ERASED);
  }

  @Test
  @Order(7)
  void does_not_come_back_by_the_next_file_until_somebody_says_so() {
    PeopleImport people = UITROL.bean(PeopleImport.class);
    Waiting waiting = people.look(file(ROW + "N2;n2@town.example;New One;finance\n"));
    assertThat(waiting.report().counts().refused()).isEqualTo(1);
    assertThat(waiting.report().counts().added()).isEqualTo(1);
    assertThat(waiting.report().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("PERSON_ERASED"))
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    people.forget(waiting.stage());
    assertThatThrownBy(
            () ->
                UITROL
                    .bean(PeopleSync.class)
                    .add(Map.of(PersonField.EMAIL, EMAIL), true, Actor.fileImport()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.code()).isEqualTo("PERSON_NOT_READMITTED"));

    ann.get("/erasures");
    HttpResponse<String> wrong = ann.post("/erasures/readmit", Map.of("who", "N3"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Nobody who was erased is known by this.");
    ann.get("/erasures");
    assertThat(ann.post("/erasures/readmit", Map.of("who", NUMBER)).statusCode())
        .isBetween(302, 303);

    people.apply(file(ROW), file(ROW).hash(), Actor.fileImport(), (done, of) -> {});
    PersonId again = UITROL.bean(PersonVault.class).findByEmployeeNumber(NUMBER).orElseThrow();
    assertThat(again).isNotEqualTo(person);
    assertThat(erasure().readmitted()).isTrue();
  }

  /** Everything that can happen to somebody. */
  private static void live() {
    PeopleImport people = UITROL.bean(PeopleImport.class);
    people.apply(file(ROW), file(ROW).hash(), Actor.fileImport(), (done, of) -> {});
    town.settle();
    person = UITROL.bean(PersonVault.class).findByEmployeeNumber(NUMBER).orElseThrow();
    AccountId account =
        UITROL
            .bean(Accounts.class)
            .add(EMAIL, NAME, Set.of(Role.PRESENTER), person, "a long enough password");
    UITROL.bean(ApiTokens.class).issue(account, "of " + NAME, Set.of(ApiTokens.Scope.READ), 30);
    session = town.session("erased", ActivityKind.PRESENTATION, 20, 9, person, SmallTown.JAN);
    await().atMost(Duration.ofSeconds(60)).until(() -> needles.inMailboxOf(EMAIL) > 0 && isQuiet());
    survey = town.survey("erased", Duration.ofDays(5), person, SmallTown.JAN);
    answerSurvey(person, "4");
    answerSurvey(SmallTown.JAN, "2");
    town.enrol(person, "basics", "basics");
    town.task(person);
    town.send(new OpenFeed(person, town.now()));
    String own = town.ownPage(person);
    Visitor visitor = new Visitor(UITROL);
    assertThat(
            visitor
                .postWithout(own + "/goals", Map.of("text", "I, " + NAME + ", write less mail"))
                .statusCode())
        .isEqualTo(303);
    Map<String, String> asking = new LinkedHashMap<>();
    asking.put("about", SmallTown.ROLLOUT.value());
    asking.put("category", "data");
    asking.put("how", "name");
    asking.put("text", "Does " + NAME + " have to learn it?");
    assertThat(visitor.postWithout(own + "/questions", asking).statusCode()).isEqualTo(303);
    mails();
    toldToAnother();
    measured();
    town.send(new CloseSurvey(survey, true, town.now()));
    town.settle();
    people.look(file(ROW + "bad;" + EMAIL + ";Twice;finance\n"));
    failures();
    counted = counts();
  }

  private static void mails() {
    InboundMails inbound = UITROL.bean(InboundMails.class);
    inbound.take(
        bytes(
            String.join(
                "\r\n",
                "From: " + NAME + " <" + EMAIL + ">",
                "To: " + UITROLS,
                "Subject: ACCEPTED",
                "MIME-Version: 1.0",
                "Content-Type: text/calendar; charset=utf-8; method=REPLY",
                "",
                "BEGIN:VCALENDAR",
                "PRODID:-//Example//EN",
                "VERSION:2.0",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + session + "@uitrol.example",
                "DTSTAMP:20270101T090000Z",
                "DTSTART:20270118T090000Z",
                "SEQUENCE:0",
                "ORGANIZER:mailto:" + UITROLS,
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:" + EMAIL,
                "END:VEVENT",
                "END:VCALENDAR",
                "")),
        0);
    String dispatch = UITROL.bean(MailStore.class).ofPerson(person, 0, 1).get(0).dispatch().value();
    inbound.take(
        bytes(
            String.join(
                "\r\n",
                "From: MAILER-DAEMON@relay.example",
                "To: " + UITROLS,
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "<" + EMAIL + ">: mailbox full",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Final-Recipient: rfc822; " + EMAIL,
                "Action: failed",
                "Status: 5.2.2",
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <" + dispatch + "@uitrol.example>",
                "",
                "--b--",
                "")),
        0);
    // From an address that nobody knows: nothing tells whose it is but what it says.
    inbound.take(
        bytes(
            "From: minnie@home.example\r\nTo: "
                + UITROLS
                + "\r\nSubject: Vraag\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nGroeten, Wilhelmina Achterb=\r\n"
                + "osch\r\n"),
        0);
    long written = UITROL.jdbc().sql("select max(id) from inbound_mail").query(Long.class).single();
    inbound.close(written, new AccountId("account-1"), "called " + NAME);
    // What lies in the mailbox of the organisation itself.
    UITROL
        .bean(MailTransport.class)
        .deliver(
            bytes("From: " + EMAIL + "\r\nTo: " + UITROLS + "\r\nSubject: Why?\r\n\r\nWhy me?\r\n"),
            MailAddress.of(UITROLS),
            MailAddress.of(UITROLS));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> needles.inMailboxOf(UITROLS) > 0 && isQuiet());
    assertThat(needles.areIn(MailSearch.text(bytes("Subject: Wilhelmina\r\n\r\n")))).isTrue();
  }

  /** A mail to somebody else that tells of the person, and waits for another attempt. */
  private static void toldToAnother() {
    Outbox outbox = UITROL.bean(Outbox.class);
    Instant later = town.now().plus(Duration.ofDays(300));
    outbox.add(TOLD, SmallTown.EVA, true, later);
    outbox.ready(
        TOLD,
        SmallTown.EVA,
        bytes(
            String.join(
                "\r\n",
                "Subject: =?utf-8?Q?Wilhelmina_Achterbosch?=",
                "Content-Type: text/plain",
                "",
                "Missed it.")));
    outbox.postpone(TOLD, later);
    assertThat(outbox.message(TOLD, SmallTown.EVA)).isPresent();
  }

  private static void measured() {
    UITROL
        .jdbc()
        .sql(
            "insert into usage_report values"
                + " ('usage-1', 'COPILOT', 'COPILOT_GRAPH_V1', '2027-01-10', 0, 0, now())")
        .update();
    UITROL
        .jdbc()
        .sql(
            "insert into usage_statement values ('usage-1', :person, 1, 'COPILOT', '2027-01-10',"
                + " '2026-12-14', '2027-01-10', array['2027-01-08'::date], null, now())")
        .param("person", person.value())
        .update();
    UITROL
        .jdbc()
        .sql("insert into check_in_try values (:session, :person, now(), 2)")
        .param("session", session.value())
        .param("person", person.value())
        .update();
  }

  private static void failures() {
    UITROL
        .jdbc()
        .sql(
            """
            insert into dead_letter_entry (dead_letter_id, processing_group, sequence_identifier,
              sequence_index, message_type, event_identifier, time_stamp, payload_type, payload,
              enqueued_at, cause_type, cause_message, diagnostics)
            values ('letter-1', 'process', 'letters/none', 0, 'X', 'event-1',
              '2027-01-11T08:00:00Z', 'employee.joined', '{}', '2027-01-11T08:00:00Z',
              'IllegalStateException', 'no mail to ' || :name,
              convert_to('{"about":"' || :name || '"}', 'UTF8'))
            """)
        .param("name", NAME)
        .update();
    UITROL
        .jdbc()
        .sql(
            "insert into discarded_letter (dead_letter_id, processing_group, event_identifier,"
                + " payload_type, reason) values ('letter-0', 'process', 'event-0',"
                + " 'employee.joined', 'I called ' || :name)")
        .param("name", NAME)
        .update();
    UITROL
        .jdbc()
        .sql(
            "insert into timer (key, due_at, attempts, next_try_at, last_error, armed_at) values"
                + " ('course-reminder/erased/9', '2090-01-01', 1, '2090-01-01', :name, now())")
        .param("name", "IllegalStateException: " + NUMBER)
        .update();
  }

  private static void answerSurvey(PersonId who, String worry) {
    Map<String, String> answers =
        new TreeMap<>(Map.of("q-worry", worry, "q-tasks", "mail", "q-more", ""));
    assertThat(new Visitor(UITROL).postWithout(town.surveyPage(who, survey), answers).statusCode())
        .isEqualTo(303);
    town.settle();
  }

  private static List<String> pages() {
    return List.of(
        "/people/" + person,
        "/people?department=finance",
        "/sessions/" + session,
        "/concerns",
        "/accounts",
        "/follow-ups",
        "/operations",
        "/history?person=" + person);
  }

  /** What is counted of everybody: who took part, was there, was asked. */
  private static Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table :
        List.of("view_survey_participated", "view_survey", "ballot_urn", "view_learner")) {
      counts.put(
          table, UITROL.jdbc().sql("select count(*) from " + table).query(Long.class).single());
    }
    SurveyRow row = UITROL.bean(SurveyStore.class).find(survey).orElseThrow();
    counts.put("answered", (long) row.participated());
    counts.put("invited", (long) row.invited());
    return counts;
  }

  /** Every read model, row by row. */
  private static Map<String, String> views() {
    Map<String, String> views = new TreeMap<>();
    for (String table :
        UITROL
            .jdbc()
            .sql(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and (table_name like 'view\\_%' or table_name like 'directory\\_%'"
                    + " or table_name like 'trail%')")
            .query(String.class)
            .list()) {
      views.put(
          table,
          String.valueOf(
              UITROL
                  .jdbc()
                  .sql(
                      "select md5(coalesce(string_agg(t::text, '|' order by t::text), ''))"
                          + " || count(*) from \""
                          + table
                          + "\" t")
                  .query(String.class)
                  .single()));
    }
    assertThat(views).hasSizeGreaterThan(20);
    return views;
  }

  private static long rows(String table, String column) {
    return UITROL
        .jdbc()
        .sql("select count(*) from " + table + " where " + column + " = :person")
        .param("person", person.value())
        .query(Long.class)
        .single();
  }

  private static Erasure erasure() {
    return UITROL.bean(Erasures.class).find(person).orElseThrow();
  }

  private static boolean isQuiet() {
    return UITROL.bean(Processors.class).caughtUp()
        && UITROL
            .jdbc()
            .sql(
                "select not exists (select from outbox where state <> 'SETTLED' and due_at <= now())"
                    + " and not exists (select from inbound_mail where state = 'RECEIVED')")
            .query(Boolean.class)
            .single();
  }

  private static PeopleFile file(String rows) {
    return PeopleFile.of(bytes(HEADER + rows));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
