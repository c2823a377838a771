package org.uitrol.adapters.files.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.gate.Disclosure;

/**
 * Which keys stand together.
 *
 * @param key the name of the definition in the schema
 */
record Shape(String key, List<String> keys) {
  static final Shape CAMPAIGN =
      new Shape(
          "campaign",
          List.of(
              "uitrol",
              "campaign",
              "title",
              "tool",
              "ai",
              "languages",
              "calendar",
              "owner",
              "privacy",
              "load",
              "concerns",
              "waves",
              "stages",
              "reactions",
              "mails",
              "surveys",
              "meetings",
              "courses",
              "rooms",
              "answers",
              "consultation",
              "measures",
              "segments",
              "people",
              "champions",
              "skills",
              "paths"));
  static final Shape ANSWERS =
      new Shape("answers", Arrays.stream(Disclosure.values()).map(Disclosure::key).toList());
  static final Shape CONSULTATION = new Shape("consultation", List.of("body", "needs", "before"));
  static final Shape MEASURES =
      new Shape("measures", Arrays.stream(MeasureKind.values()).map(MeasureKind::key).toList());
  static final Shape MEASURE = new Shape("measure", List.of("why", "basis", "keep"));
  static final Shape CALENDAR =
      new Shape("calendar", List.of("zone", "country", "days", "hours", "closed"));
  static final Shape CLOSED = new Shape("closed", List.of("from", "to", "why", "at"));
  static final Shape PRIVACY =
      new Shape("privacy", List.of("smallestGroup", "usage", "individualUsage"));
  static final Shape USAGE = new Shape("usage", List.of("of", "activeWeeks"));
  static final Shape LOAD =
      new Shape(
          "load",
          List.of(
              "mailsPerPersonPerWeek",
              "departmentsAtOnce",
              "sessionHoursPerPersonPerWeek",
              "overflow",
              "surveyRest"));
  static final Shape CONCERNS = new Shape("concerns", List.of("answerWithin", "mustAnswer"));
  static final Shape WAVE = new Shape("wave", List.of("name", "start", "after", "departments"));
  static final Shape SHARE = new Shape("share", List.of("share"));
  static final Shape AFTER = new Shape("after", List.of("wave", "stage", "plus", "reached"));
  static final Shape STAGE = new Shape("stage", List.of("stage", "activities", "gate"));
  static final Shape ACTIVITY =
      new Shape(
          "activity",
          List.of(
              "id",
              "announcement",
              "presentation",
              "demo",
              "training",
              "survey",
              "task",
              "after",
              "within",
              "open",
              "remind",
              "for",
              "path"));
  static final Shape REMIND = new Shape("remind", List.of("every", "most"));
  static final Shape GATE = new Shape("gate", List.of("needs", "least", "most", "approvals"));
  static final Shape MOST = new Shape("most", List.of("after", "then"));
  static final Shape REACTION =
      new Shape(
          "reaction", List.of("id", "on", "if", "most", "then", "per", "coolDown", "cause", "for"));
  static final Shape ACTION =
      new Shape(
          "action",
          List.of(
              "mail",
              "presentation",
              "demo",
              "training",
              "survey",
              "escalate",
              "hold",
              "coaching",
              "task",
              "after",
              "within",
              "open"));
  static final Shape SEGMENT =
      new Shape("segment", Stream.concat(Stream.of("title"), Criterion.keys().stream()).toList());
  static final Shape PEOPLE = new Shape("people", List.of("joiner", "mover", "leaver", "returner"));
  static final Shape CHAMPIONS = new Shape("champions", List.of("ask", "title", "about"));
  static final Shape MAIL = new Shape("mail", List.of("subject", "body", "optional"));
  static final Shape SURVEY =
      new Shape("survey", List.of("title", "intro", "enough", "texts", "questions"));
  static final Shape QUESTION =
      new Shape(
          "question",
          List.of(
              "id",
              "scale",
              "matrix",
              "choice",
              "several",
              "text",
              "ask",
              "low",
              "high",
              "readiness",
              "required",
              "cause",
              "most",
              "only"));
  static final Shape ROW = new Shape("row", List.of("id", "ask", "readiness", "cause"));
  static final Shape ONLY = new Shape("only", List.of("question", "answers"));
  static final Shape CHOICE = new Shape("choice", List.of("id", "text"));
  static final Shape MEETING =
      new Shape(
          "meeting",
          List.of(
              "title",
              "about",
              "minutes",
              "rooms",
              "presenter",
              "presenters",
              "equipment",
              "languages",
              "notice",
              "byProposal"));
  static final Shape COURSE =
      new Shape("course", List.of("title", "classroom", "online", "activityIds"));
  static final Shape CLASSROOM =
      new Shape(
          "classroom",
          List.of(
              "about",
              "minutes",
              "rooms",
              "presenter",
              "presenters",
              "equipment",
              "languages",
              "notice",
              "byProposal"));
  static final Shape PRESENTER = new Shape("presenter", List.of("person", "languages"));
  static final Shape SKILL =
      new Shape("skill", List.of("title", "courses", "baseline", "fastLane"));
  static final Shape BASELINE = new Shape("baseline", List.of("course", "pass"));
  static final Shape PATH = new Shape("path", List.of("title", "roles"));
  static final Shape ROLE = new Shape("role", List.of("for", "others", "needs"));
  static final Shape ROOM =
      new Shape("room", List.of("id", "name", "seats", "link", "location", "equipment", "hours"));

  /** All of them. */
  static final List<Shape> ALL =
      List.of(
          CAMPAIGN,
          ANSWERS,
          CONSULTATION,
          MEASURES,
          MEASURE,
          CALENDAR,
          CLOSED,
          PRIVACY,
          USAGE,
          LOAD,
          CONCERNS,
          WAVE,
          SHARE,
          AFTER,
          STAGE,
          ACTIVITY,
          REMIND,
          GATE,
          MOST,
          REACTION,
          ACTION,
          MAIL,
          SURVEY,
          QUESTION,
          ROW,
          ONLY,
          CHOICE,
          MEETING,
          COURSE,
          CLASSROOM,
          PRESENTER,
          ROOM,
          SEGMENT,
          PEOPLE,
          CHAMPIONS,
          SKILL,
          BASELINE,
          PATH,
          ROLE);

  Shape {
    keys = List.copyOf(keys);
  }
}
