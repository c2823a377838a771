package org.uitrol.adapters.web.me;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.adoption.view.LookStore;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.session.view.InvitationRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.training.SkillPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Uitrol knows about a person, for that person (GDPR, articles 15 and 20). */
@Component
class OwnData {

  private static final int MAILS_AT_ONCE = 200;

  private final PersonVault vault;
  private final Consents consents;
  private final SessionStore sessions;
  private final LearnerStore learners;
  private final PathStore paths;
  private final OwnQuestions questions;
  private final MailStore mails;
  private final InboundStore inbound;
  private final MailReading reading;
  private final FollowUpStore followUps;
  private final UsageStore usage;
  private final LookStore looks;
  private final OwnGoals goals;
  private final Names names;
  private final StatementStore statements;
  private final JsonMapper json;
  private final Words words;

  OwnData(
      PersonVault vault,
      Consents consents,
      SessionStore sessions,
      LearnerStore learners,
      PathStore paths,
      OwnQuestions questions,
      MailStore mails,
      InboundStore inbound,
      MailReading reading,
      FollowUpStore followUps,
      UsageStore usage,
      LookStore looks,
      OwnGoals goals,
      Names names,
      StatementStore statements,
      JsonMapper json,
      Words words) {
    this.vault = vault;
    this.consents = consents;
    this.sessions = sessions;
    this.learners = learners;
    this.paths = paths;
    this.questions = questions;
    this.mails = mails;
    this.inbound = inbound;
    this.reading = reading;
    this.followUps = followUps;
    this.usage = usage;
    this.looks = looks;
    this.goals = goals;
    this.names = names;
    this.statements = statements;
    this.json = json;
    this.words = words;
  }

  /** What is known, by field; the manager by name. */
  Map<PersonField, String> known(Visit visit) {
    Map<PersonField, String> known = new LinkedHashMap<>();
    Stream.of(PersonField.values())
        .filter(field -> !visit.data().value(field).isEmpty())
        .forEach(field -> known.put(field, shown(visit.data(), field)));
    return known;
  }

  /** That somebody looked at this person's use. */
  record Looked(String who, String when, String why) {}

  /** Who looked at this person's use, the latest first. */
  List<Looked> looks(Visit visit) {
    return looks.ofPerson(visit.person()).stream()
        .map(
            one ->
                new Looked(names.account(one.by()), words.moment(one.at()), words.of(one.reason())))
        .toList();
  }

  ResponseEntity<byte[]> download(Visit visit) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", visit.person().value());
    known(visit).forEach((field, value) -> all.put(field.key(), value));
    all.put("optionalMail", consents.wantsOptionalMail(visit.person()));
    all.put("sessions", sessions.ofPerson(visit.person()).stream().map(OwnData::session).toList());
    all.put("courses", courses(visit));
    all.put("statements", statements(visit.person()));
    all.put("paths", paths.ofPerson(visit.person()).stream().map(OwnData::path).toList());
    all.put("questions", questions.of(visit.person()).stream().map(OwnData::question).toList());
    all.put("goals", goals.of(visit.person()).stream().map(OwnData::goal).toList());
    all.put("mails", mails(visit.person()));
    all.put("inboundMails", inboundMails(visit.person()));
    all.put(
        "followUps", followUps.ofPerson(visit.person()).stream().map(OwnData::followUp).toList());
    all.put("usage", usage.ofPerson(visit.person()).stream().map(OwnData::usage).toList());
    all.put("looksAtUse", looks(visit));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("uitrol-my-data.json").build().toString())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
  }

  /** As learning platforms told them, but for whoever else is named in them. */
  private List<JsonNode> statements(PersonId person) {
    return statements.documentsOf(person).stream()
        .map(document -> json.readTree(document.json()))
        .map(
            statement -> {
              if (statement.path("context") instanceof ObjectNode context) {
                context.remove(List.of("instructor", "team"));
              }
              return statement;
            })
        .toList();
  }

  private static Map<String, Object> goal(Goal goal) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("text", goal.text());
    one.put("note", goal.note());
    one.put("reached", goal.reached());
    return one;
  }

  private List<Map<String, Object>> mails(PersonId person) {
    List<Map<String, Object>> all = new ArrayList<>();
    List<MailRow> some = mails.ofPerson(person, 0, MAILS_AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(row -> all.add(mail(row)));
      some = mails.ofPerson(person, all.size(), MAILS_AT_ONCE);
    }
    return all;
  }

  private static Map<String, Object> usage(UsageStatement statement) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("reportOf", statement.refreshedOn().toString());
    one.put("readAt", statement.recordedAt().toString());
    one.put("until", statement.until().toString());
    one.put("daysOfUse", statement.activeOn().stream().map(LocalDate::toString).toList());
    LocalDate from = statement.from();
    if (from != null) {
      one.put("from", from.toString());
    }
    Integer days = statement.activeDays();
    if (days != null) {
      one.put("numberOfDays", days);
    }
    return one;
  }

  private static Map<String, Object> mail(MailRow row) {
    Map<String, Object> mail = new LinkedHashMap<>();
    mail.put("id", row.dispatch().value());
    mail.put("mail", row.template());
    mail.put("mandatory", row.mandatory());
    mail.put("requestedAt", row.requestedAt().toString());
    mail.put("state", row.state());
    mail.put("notSentBecause", row.suppressed());
    return mail;
  }

  private List<Map<String, Object>> inboundMails(PersonId person) {
    List<Map<String, Object>> all = new ArrayList<>();
    List<InboundMail> some = inbound.ofPerson(person, 0, MAILS_AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(one -> all.add(inboundMail(one, person)));
      some = inbound.ofPerson(person, all.size(), MAILS_AT_ONCE);
    }
    return all;
  }

  /** What a colleague wrote, about this person too, is the colleague's: its subject is left out. */
  private Map<String, Object> inboundMail(InboundMail one, PersonId person) {
    Map<String, Object> mail = new LinkedHashMap<>();
    mail.put("kind", one.kind());
    mail.put("receivedAt", one.receivedAt().toString());
    mail.put(
        "subject",
        inbound
            .raw(one.id())
            .map(reading::read)
            .filter(
                read -> vault.findByEmail(read.sender()).filter(id -> !id.equals(person)).isEmpty())
            .map(ReadMail::subject)
            .orElse(null));
    return mail;
  }

  private static Map<String, Object> followUp(FollowUpRow row) {
    Map<String, Object> followUp = new LinkedHashMap<>();
    followUp.put("id", row.followUp().value());
    followUp.put("activity", row.activity());
    followUp.put("reason", row.reason());
    followUp.put("openedAt", row.openedAt().toString());
    followUp.put("closedAt", row.closedAt() == null ? null : row.closedAt().toString());
    followUp.put("outcome", row.outcome());
    return followUp;
  }

  private String shown(PersonalData data, PersonField field) {
    if (field == PersonField.WORKDAYS) {
      return words.weekdays(Workdays.days(data));
    }
    return field == PersonField.MANAGER && data.manager() != null
        ? vault.find(data.manager()).map(PersonalData::name).orElse("")
        : data.value(field);
  }

  private static Map<String, Object> path(SkillPath path) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", path.id().value());
    one.put("path", path.uses());
    one.put("roles", path.roles());
    one.put("dueAt", path.dueAt().toString());
    one.put("state", path.state());
    one.put("tests", path.verdicts());
    one.put("finished", path.finished());
    one.put("due", path.due());
    return one;
  }

  private static Map<String, Object> session(InvitationRow row) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("id", row.session().session().value());
    session.put("title", row.session().title().in());
    session.put("start", row.session().place().start().toString());
    session.put("zone", row.session().place().zone().getId());
    session.put("answer", row.seat().answer());
    session.put("waiting", row.seat().waiting());
    session.put("attended", row.seat().attended());
    return session;
  }

  private static Map<String, Object> question(OwnQuestion question) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", question.row().concern().id().value());
    one.put("campaign", question.row().concern().campaign().value());
    one.put("category", question.row().concern().category().key());
    one.put("raisedAt", question.row().raisedAt().toString());
    one.put("asked", question.asked());
    one.put("answer", question.answer());
    return one;
  }

  private List<Map<String, Object>> courses(Visit visit) {
    return learners.ofPerson(visit.person()).stream()
        .map(
            row -> {
              Map<String, Object> course = new LinkedHashMap<>();
              course.put("course", row.course());
              course.put("dueAt", row.dueAt().toString());
              course.put("state", row.state());
              course.put(
                  "completedAt", row.completedAt() == null ? null : row.completedAt().toString());
              course.put("score", row.score());
              return course;
            })
        .toList();
  }
}
