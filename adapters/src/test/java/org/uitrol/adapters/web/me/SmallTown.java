package org.uitrol.adapters.web.me;

import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.uitrol.adapters.persistence.eventstore.DeadLetters;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerCommand.Enrol;
import org.uitrol.support.RunningApplication;

/**
 * One department in a running campaign, in an application that runs. Nothing happens there by
 * itself for months: a test asks for what it needs. Time is real, so moments are relative.
 */
public final class SmallTown {

  public static final CampaignId CAMPAIGN = new CampaignId("copilot-town");
  public static final DepartmentId FINANCE = new DepartmentId("finance");
  public static final RolloutId ROLLOUT = new RolloutId("rollout-finance");
  public static final PersonId JAN = new PersonId("p-jan");
  public static final PersonId EVA = new PersonId("p-eva");
  public static final PersonId HOSTILE = new PersonId("p-hostile");
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** What a template that isn't careful would run or show as its own. */
  public static final String HOSTILE_NAME = "<h1>J</h1> ${7*7} [[${7*7}]] {{x}} {0} '\"";

  private static final Actor SETUP = new Actor("setup");

  private final RunningApplication application;
  private final CommandDesk desk;

  public SmallTown(RunningApplication application) {
    this.application = application;
    this.desk = application.bean(CommandDesk.class);
  }

  /** Lets people move in and the campaign begin. */
  public void begin() {
    Instant now = desk.now();
    send(new NameDepartment(FINANCE, "Financiën", now));
    employ(JAN, "1001", "jan@town.example", "Jan de Vries", "nl");
    employ(EVA, "1002", "eva@town.example", "Eva Smith", "en");
    employ(HOSTILE, "1003", "j@town.example", HOSTILE_NAME, "en");
    Plan plan = plan();
    send(new DraftPlan(CAMPAIGN, plan, new AccountId("author"), now));
    send(
        new StartRollout(
            ROLLOUT,
            CAMPAIGN,
            FINANCE,
            1,
            plan.rolloutPlan(),
            EVA,
            Set.of(JAN, EVA, HOSTILE),
            Set.of(),
            Set.of(Disclosure.values()),
            now));
    settle();
  }

  public void employ(PersonId person, String number, String email, String name, String language) {
    Map<PersonField, String> fields = new LinkedHashMap<>();
    fields.put(PersonField.EMPLOYEE_NUMBER, number);
    fields.put(PersonField.EMAIL, email);
    fields.put(PersonField.DISPLAY_NAME, name);
    fields.put(PersonField.DEPARTMENT, "Financiën");
    fields.put(PersonField.LANGUAGE, language);
    application.bean(PersonVault.class).put(person, PersonalData.UNKNOWN.with(fields));
    send(new PutEmployee(person, FINANCE, null, Set.of(), desk.now()));
  }

  /** A session that starts so many days from now; fewer than none is in the past. */
  public SessionId session(String id, ActivityKind kind, int days, int seats, PersonId... invited) {
    SessionId session = new SessionId(id);
    Instant now = desk.now();
    Place place =
        new Place(
            now.plus(Duration.ofDays(days))
                .atZone(ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.HOURS),
            ZONE,
            60,
            new Room("b12", "B.12", seats, null));
    send(
        new PlanSession(
            session,
            ROLLOUT,
            kind == ActivityKind.TRAINING ? "practice" : "plans",
            kind,
            new Text(ordered("nl", "Wat zijn de plannen?", "en", "What are the plans?")),
            place,
            null,
            List.of(invited),
            now.minus(Duration.ofDays(30))));
    settle();
    return session;
  }

  public SurveyId survey(String activity, Duration open, PersonId... invited) {
    SurveyId survey = SurveyId.of(ROLLOUT, activity);
    Instant now = desk.now();
    send(
        new OpenSurvey(
            survey,
            ROLLOUT,
            activity,
            questions(),
            5,
            List.of(invited),
            now.plus(open),
            List.of(),
            now));
    settle();
    return survey;
  }

  public LearnerRecordId enrol(PersonId person, String activity, String course) {
    LearnerRecordId learner = LearnerRecordId.of(ROLLOUT, activity, person);
    Instant now = desk.now();
    send(
        new Enrol(
            learner,
            ROLLOUT,
            activity,
            course,
            person,
            now.plus(Duration.ofDays(20)),
            List.of(),
            now));
    settle();
    return learner;
  }

  public FollowUpId task(PersonId person) {
    FollowUpId task = new FollowUpId("task-" + person);
    send(
        new OpenFollowUp(
            task,
            FollowUpKind.TASK,
            ROLLOUT,
            "licences",
            "licences",
            person,
            List.of(),
            "",
            desk.now()));
    settle();
    return task;
  }

  public String ownPage(PersonId person) {
    return links().plan(person, desk.now()).getRawPath();
  }

  public String surveyPage(PersonId person, SurveyId survey) {
    return links().survey(person, survey, desk.now()).getRawPath();
  }

  public String unsubscribePage(PersonId person) {
    return links().unsubscribe(person).getRawPath();
  }

  public SignedLinks links() {
    return application.bean(SignedLinks.class);
  }

  public Instant now() {
    return desk.now();
  }

  public void send(Command command) {
    desk.send(command, SETUP);
  }

  /** How many events a stream has. */
  public int events(Id stream) {
    return application.bean(Streams.class).events(stream, DomainEvent.class).size();
  }

  /** Waits until every page and process has seen everything. */
  public void settle() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> application.bean(Processors.class).caughtUp());
    if (!application.bean(DeadLetters.class).list().isEmpty()) {
      throw new AssertionError(application.bean(DeadLetters.class).list().toString());
    }
  }

  private static SurveyPlan questions() {
    return new SurveyPlan(
        new Text(ordered("nl", "Ben je er klaar voor?", "en", "Are you ready?")),
        null,
        List.of(
            new Question(
                "worry",
                Kind.SCALE,
                new Text(ordered("nl", "Maak je je zorgen?", "en", "Do you worry?")),
                5,
                new Text(ordered("nl", "helemaal niet", "en", "not at all")),
                new Text(ordered("nl", "heel erg", "en", "very much")),
                List.of(),
                true,
                true),
            new Question(
                "tasks",
                Kind.CHOICE,
                Text.of("en", "Which task bores you?"),
                0,
                null,
                null,
                List.of(
                    new Choice("minutes", Text.of("en", "Minutes")),
                    new Choice("mail", Text.of("en", "Mail"))),
                false,
                true),
            row("pay", "Pay"),
            row("hours", "Working hours"),
            new Question(
                "tools",
                Kind.SEVERAL,
                Text.of("en", "What would help with minutes?"),
                0,
                null,
                null,
                List.of(
                    new Choice("notes", Text.of("en", "Notes")),
                    new Choice("summary", Text.of("en", "A summary"))),
                false,
                false,
                null,
                null,
                null,
                1,
                new Only("tasks", List.of("minutes"))),
            new Question(
                "more",
                Kind.TEXT,
                Text.of("en", "Anything else?"),
                0,
                null,
                null,
                List.of(),
                false,
                false)),
        null,
        10);
  }

  private static Question row(String id, String ask) {
    return new Question(
        id,
        Kind.SCALE,
        Text.of("en", ask),
        4,
        Text.of("en", "bad"),
        Text.of("en", "good"),
        List.of(),
        false,
        false,
        null,
        null,
        Text.of("en", "How is your work?"),
        null,
        null);
  }

  private static Plan plan() {
    ActivityPlan licences =
        new ActivityPlan(
            "licences",
            ActivityKind.TASK,
            "licences",
            200,
            5,
            null,
            new Text(ordered("nl", "Wijs licenties toe", "en", "Assign licences")));
    return new Plan(
            CAMPAIGN,
            new Text(ordered("nl", "Copilot in de stad", "en", "Copilot in town")),
            "Copilot",
            Plan.AiKind.GENERATIVE,
            List.of("nl", "en"),
            new CalendarRule(
                ZONE,
                "NL",
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                List.of()),
            EVA,
            new Plan.PrivacyRule(5),
            new Plan.LoadRule(3),
            List.of(
                new Plan.Wave(
                    "pilot", java.time.LocalDate.of(2027, 1, 11), null, List.of(FINANCE), false)),
            List.of(
                new StagePlan(
                    StageName.ANNOUNCE,
                    List.of(licences),
                    new GatePlan(List.of("responses.rate >= 0.5"), 200, null))),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(
                "basics",
                new CoursePlan(
                    new Text(ordered("nl", "Basiscursus", "en", "The basics")),
                    null,
                    "https://learn.example/basics")),
            List.of(new Room("b12", "B.12", 12, null)),
            Governance.NONE)
        .withAudience(
            new AudienceRules(
                Map.of(),
                null,
                new ChampionsPlan(new Text(ordered("nl", "Ambassadeur", "en", "Champion")), null)));
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static Map<String, String> answers(String worry, String tasks, String more) {
    return new TreeMap<>(Map.of("q-worry", worry, "q-tasks", tasks, "q-more", more));
  }
}
