package org.uitrol.application.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.AiKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CalendarRule.Closed;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.SkillMatrix;

/**
 * A small campaign with one activity of every kind: finance from Monday 11 January 2027, the others
 * two working days after finance has reached its demo. Working days are 09:00-17:00 in Amsterdam.
 */
public final class SamplePlan {

  public static final CampaignId COPILOT = new CampaignId("copilot-2027");
  public static final DepartmentId FINANCE = new DepartmentId("financien");
  public static final DepartmentId LEGAL = new DepartmentId("juridisch");
  public static final AccountId WRITER = new AccountId("account-writer");
  public static final AccountId READER = new AccountId("account-reader");
  public static final PersonId OWNER = new PersonId("owner");
  public static final PersonId DIRECTOR = new PersonId("director");
  public static final PersonId TRAINER = new PersonId("trainer");

  private SamplePlan() {}

  public static Plan plan() {
    return new Plan(
        COPILOT,
        text("Copilot for everyone"),
        "Microsoft 365 Copilot",
        AiKind.GENERATIVE,
        List.of("en"),
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of()),
        OWNER,
        new PrivacyRule(5),
        new LoadRule(3),
        List.of(
            new Wave("pilot", LocalDate.of(2027, 1, 11), null, List.of(FINANCE), false),
            new Wave("rest", null, new After("pilot", StageName.DEMO, 2), List.of(), true)),
        stages(),
        reactions(),
        mails(),
        Map.of("readiness", readiness()),
        Map.of(
            "ai-plans", meeting("Our plans", List.of("hall"), DIRECTOR),
            "own-tasks", meeting("Your dull tasks", List.of("b-12", "hall"), TRAINER),
            "talk", meeting("Talk with the director", List.of("hall"), DIRECTOR)),
        courses(),
        List.of(new Room("hall", "Hall", 40, null), new Room("b-12", "B.12", 4, null)),
        answered());
  }

  /** The sample with other stages and mails. */
  public static Plan plan(List<StagePlan> stages, Map<String, MailText> mails) {
    return changed(stages, reactions(), mails, answered());
  }

  /** The sample with other reactions. */
  public static Plan reacting(ReactionPlan... reactions) {
    return changed(stages(), List.of(reactions), mails(), answered());
  }

  /** The sample with other reactions and other stages, counting use. */
  public static Plan counting(
      @Nullable UsageRule rule,
      @Nullable ConsultationRule council,
      UnaryOperator<List<StagePlan>> change,
      ReactionPlan... reactions) {
    Governance governance = new Governance(council, answered().answers(), answered().measures());
    Plan plan = changed(change.apply(stages()), List.of(reactions), mails(), governance);
    return with(plan, new PrivacyRule(plan.privacy().smallestGroup(), rule), plan.concerns());
  }

  /** The sample with an activity that is for the segments of these rules only. */
  public static Plan forSegments(String activity, AudienceRules rules) {
    Audience audience = new Audience(List.copyOf(rules.segments().keySet()));
    List<StagePlan> stages =
        stages().stream()
            .map(
                stage ->
                    new StagePlan(
                        stage.stage(),
                        stage.activities().stream()
                            .map(one -> one.id().equals(activity) ? only(one, audience) : one)
                            .toList(),
                        stage.gate()))
            .toList();
    return changed(stages, reactions(), mails(), answered()).withAudience(rules);
  }

  private static ActivityPlan only(ActivityPlan plan, Audience audience) {
    return new ActivityPlan(
        plan.id(),
        plan.kind(),
        plan.uses(),
        plan.after(),
        plan.within(),
        plan.remind(),
        plan.task(),
        plan.person(),
        audience);
  }

  /** The sample with another governance. */
  public static Plan governed(Governance governance) {
    return changed(stages(), reactions(), mails(), governance);
  }

  /** The sample as another campaign, with other limits. */
  public static Plan limited(CampaignId campaign, LoadRule load) {
    return limited(campaign, load, plan().calendar());
  }

  /** The sample of an organisation that is closed on these days. */
  public static Plan closed(Closed... days) {
    CalendarRule always = plan().calendar();
    return limited(
        COPILOT,
        plan().load(),
        new CalendarRule(
            always.zone(),
            always.country(),
            always.days(),
            always.opens(),
            always.closes(),
            List.of(days)));
  }

  private static Plan limited(CampaignId campaign, LoadRule load, CalendarRule calendar) {
    Plan plan = plan();
    return new Plan(
        campaign,
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        calendar,
        plan.owner(),
        plan.privacy(),
        load,
        plan.waves(),
        plan.stages(),
        plan.reactions(),
        plan.mails(),
        plan.surveys(),
        plan.meetings(),
        plan.courses(),
        plan.rooms(),
        plan.governance());
  }

  private static Plan changed(
      List<StagePlan> stages,
      List<ReactionPlan> reactions,
      Map<String, MailText> mails,
      Governance governance) {
    Plan plan = plan();
    return new Plan(
        plan.campaign(),
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
        plan.owner(),
        plan.privacy(),
        plan.load(),
        plan.waves(),
        stages,
        reactions,
        mails,
        plan.surveys(),
        plan.meetings(),
        plan.courses(),
        plan.rooms(),
        governance);
  }

  private static Governance answered() {
    Map<Disclosure, Text> answers = new EnumMap<>(Disclosure.class);
    for (Disclosure question : Disclosure.values()) {
      answers.put(question, text("About " + question.key()));
    }
    return new Governance(null, answers, Map.of());
  }

  /** The same, where these questions must be answered first. */
  public static Plan planWithConcerns(ConcernRule rule) {
    Plan plan = plan();
    return with(plan, plan.privacy(), rule);
  }

  private static Plan with(Plan plan, PrivacyRule privacy, @Nullable ConcernRule concerns) {
    return new Plan(
        plan.campaign(),
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
        plan.owner(),
        privacy,
        plan.load(),
        plan.waves(),
        plan.stages(),
        plan.reactions(),
        plan.mails(),
        plan.surveys(),
        plan.meetings(),
        plan.courses(),
        plan.rooms(),
        plan.governance(),
        concerns);
  }

  /**
   * The sample with these stages for all departments at once, and with skills and online courses.
   */
  public static Plan learning(List<StagePlan> stages, List<String> courses, SkillMatrix matrix) {
    Plan plan = plan();
    Map<String, CoursePlan> online = new LinkedHashMap<>();
    courses.forEach(
        key -> online.put(key, new CoursePlan(text(key), null, "https://learn.example/" + key)));
    return new Plan(
        plan.campaign(),
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
        plan.owner(),
        plan.privacy(),
        plan.load(),
        List.of(new Wave("all", LocalDate.of(2027, 1, 11), null, List.of(), true)),
        stages,
        List.of(),
        plan.mails(),
        plan.surveys(),
        plan.meetings(),
        online,
        plan.rooms(),
        plan.governance(),
        null,
        null,
        matrix);
  }

  private static List<StagePlan> stages() {
    return List.of(
        new StagePlan(
            StageName.ANNOUNCE,
            List.of(
                activity("news", ActivityKind.ANNOUNCEMENT, "why-copilot", 0, 0, null),
                activity("plans", ActivityKind.PRESENTATION, "ai-plans", 1, 8, null),
                activity("readiness", ActivityKind.SURVEY, "readiness", 2, 6, new Reminders(2, 2))),
            new GatePlan(List.of("responses.rate >= 0.5", "readiness.score >= 3.0"), 5, 20)),
        new StagePlan(
            StageName.DEMO,
            List.of(activity("tasks", ActivityKind.DEMO, "own-tasks", 0, 10, null)),
            new GatePlan(List.of("attendance.share >= 0.5"), 3, 20)),
        new StagePlan(
            StageName.TRAIN,
            List.of(
                activity("basics", ActivityKind.TRAINING, "basics", 0, 10, new Reminders(3, 2)),
                activity("practice", ActivityKind.TRAINING, "practice", 1, 15, null)),
            new GatePlan(List.of("trained.share >= 0.75"), 5, 40)),
        new StagePlan(
            StageName.GO_LIVE,
            List.of(
                new ActivityPlan(
                    "licences", ActivityKind.TASK, "licences", 0, 3, null, text("Licences")),
                activity("live", ActivityKind.ANNOUNCEMENT, "copilot-is-here", 3, 0, null)),
            new GatePlan(List.of(), 5, null)));
  }

  private static List<ReactionPlan> reactions() {
    return List.of(
        new ReactionPlan(
            "job-fear",
            "survey.closed",
            "answers.jobWorry >= 3.5",
            1,
            List.of(
                new ActionPlan(ActionPlan.Kind.PRESENTATION, "talk", null, 0, 8),
                new ActionPlan(ActionPlan.Kind.ESCALATE, "", EscalateTo.OWNER, 2, 0),
                new ActionPlan(ActionPlan.Kind.HOLD, "", null, 0, 0))),
        new ReactionPlan(
            "missed-training",
            "attendance.recorded",
            "!attended && activity.kind == 'training'",
            2,
            List.of(
                new ActionPlan(ActionPlan.Kind.MAIL, "pick-another-date", null, 1, 0),
                new ActionPlan(ActionPlan.Kind.ESCALATE, "", EscalateTo.MANAGER, 5, 0))),
        new ReactionPlan(
            "course-overdue",
            "course.overdue",
            null,
            2,
            List.of(
                new ActionPlan(ActionPlan.Kind.MAIL, "course-waiting", null, 1, 0),
                new ActionPlan(ActionPlan.Kind.ESCALATE, "", EscalateTo.MANAGER, 5, 0))));
  }

  private static Map<String, MailText> mails() {
    Map<String, MailText> mails = new LinkedHashMap<>();
    mails.put("why-copilot", new MailText(text("why-copilot"), text("-"), true));
    mails.put("copilot-is-here", new MailText(text("copilot-is-here"), text("-"), false));
    mails.put("pick-another-date", new MailText(text("pick-another-date"), text("-"), false));
    mails.put("course-waiting", new MailText(text("course-waiting"), text("-"), false));
    return mails;
  }

  private static SurveyPlan readiness() {
    return new SurveyPlan(
        text("How do you feel?"), null, List.of(scale("desire", true), scale("jobWorry", false)));
  }

  private static Question scale(String id, boolean readiness) {
    return new Question(
        id, SurveyPlan.Kind.SCALE, text(id), 5, null, null, List.of(), readiness, true);
  }

  private static Map<String, CoursePlan> courses() {
    Map<String, CoursePlan> courses = new LinkedHashMap<>();
    courses.put("basics", new CoursePlan(text("The basics"), null, "https://learn.example/b"));
    courses.put(
        "practice",
        new CoursePlan(text("Practise"), meeting("Practise", List.of("b-12"), TRAINER), null));
    return courses;
  }

  private static MeetingPlan meeting(
      String title, List<String> rooms, @Nullable PersonId presenter) {
    return new MeetingPlan(text(title), null, 60, rooms, presenter, 2);
  }

  private static ActivityPlan activity(
      String id,
      ActivityKind kind,
      String uses,
      int after,
      int within,
      @Nullable Reminders remind) {
    return new ActivityPlan(id, kind, uses, after, within, remind, null);
  }

  private static Text text(String english) {
    return Text.of("en", english);
  }
}
