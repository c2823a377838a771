package org.uitrol.domain.testing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.AiKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/** Small plans and the people in them. The working day is 09:00-17:00 in Amsterdam, Mon to Fri. */
public final class Plans {

  public static final CampaignId COPILOT = new CampaignId("copilot-2027");
  public static final DepartmentId FINANCE = new DepartmentId("financien");
  public static final DepartmentId DESK = new DepartmentId("burgerzaken");
  public static final DepartmentId LEGAL = new DepartmentId("juridisch");
  public static final AccountId WRITER = new AccountId("m.bakker");
  public static final AccountId READER = new AccountId("j.smit");
  public static final PersonId OWNER = new PersonId("p-owner");

  public static final Holidays NO_HOLIDAYS = (country, date) -> false;

  public static final CalendarRule CALENDAR =
      new CalendarRule(
          ZoneId.of("Europe/Amsterdam"),
          "NL",
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0),
          List.of());

  /** A plan that needs no consultation and answers what everybody asks. */
  public static final Governance ANSWERED = answered(null);

  private Plans() {}

  /** A plan that answers what everybody asks. */
  public static Governance answered(@Nullable ConsultationRule consultation) {
    Map<Disclosure, Text> answers = new EnumMap<>(Disclosure.class);
    for (Disclosure question : Disclosure.values()) {
      answers.put(question, text("About " + question.key()));
    }
    return new Governance(consultation, answers, Map.of());
  }

  public static Instant at(String instant) {
    return Instant.parse(instant);
  }

  public static Text text(String english) {
    return Text.of("en", english);
  }

  public static Plan plan(Wave... waves) {
    return plan("Copilot", waves);
  }

  public static Plan plan(String title, Wave... waves) {
    return new Plan(
        COPILOT,
        text(title),
        "Copilot",
        AiKind.GENERATIVE,
        List.of("en"),
        CALENDAR,
        OWNER,
        new PrivacyRule(5),
        new LoadRule(3),
        List.of(waves),
        List.of(stage(StageName.ANNOUNCE), stage(StageName.GO_LIVE)),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        ANSWERED);
  }

  /** That plan with another governance and load. */
  public static Plan changed(Plan plan, Governance governance, LoadRule load) {
    return new Plan(
        plan.campaign(),
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
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
        governance);
  }

  public static Wave waveOn(String name, String date, DepartmentId... departments) {
    return new Wave(name, LocalDate.parse(date), null, List.of(departments), false);
  }

  public static Wave othersAfter(String name, String wave, StageName stage, int plus) {
    return new Wave(name, null, new Plan.After(wave, stage, plus), List.of(), true);
  }

  public static Wave waveAfter(
      String name, String wave, StageName stage, int plus, DepartmentId... departments) {
    return new Wave(name, null, new Plan.After(wave, stage, plus), List.of(departments), false);
  }

  public static RolloutPlan stages(StagePlan... stages) {
    return new RolloutPlan(CALENDAR, List.of(stages), List.of());
  }

  public static RolloutPlan reacting(RolloutPlan plan, ReactionPlan... reactions) {
    return new RolloutPlan(plan.calendar(), plan.stages(), List.of(reactions));
  }

  /** A stage whose gate asks for no more than its activities. */
  public static StagePlan stage(StageName name, ActivityPlan... activities) {
    return stage(name, gate(0, null), activities);
  }

  public static StagePlan stage(StageName name, GatePlan gate, ActivityPlan... activities) {
    return new StagePlan(name, List.of(activities), gate);
  }

  public static GatePlan gate(int least, @Nullable Integer most, String... needs) {
    return new GatePlan(List.of(needs), least, most);
  }

  public static ActivityPlan announcement(String id) {
    return activity(id, ActivityKind.ANNOUNCEMENT, 0, 0);
  }

  public static ActivityPlan survey(String id) {
    return activity(id, ActivityKind.SURVEY, 0, 8);
  }

  public static ActivityPlan presentation(String id) {
    return activity(id, ActivityKind.PRESENTATION, 0, 10);
  }

  public static ActivityPlan training(String id) {
    return activity(id, ActivityKind.TRAINING, 0, 10);
  }

  public static ActivityPlan task(String id) {
    return new ActivityPlan(id, ActivityKind.TASK, id, 0, 5, null, text("Order licences"));
  }

  public static ActivityPlan activity(String id, ActivityKind kind, int after, int within) {
    return new ActivityPlan(id, kind, id, after, within, null, null);
  }

  public static ActivityPlan reminding(ActivityPlan activity, int every, int most) {
    return new ActivityPlan(
        activity.id(),
        activity.kind(),
        activity.uses(),
        activity.after(),
        activity.within(),
        new Reminders(every, most),
        activity.task());
  }

  public static ActionPlan action(ActionPlan.Kind kind, String uses, int after, int within) {
    return new ActionPlan(kind, uses, null, after, within);
  }

  public static PersonId person(int number) {
    return new PersonId("p-" + number);
  }
}
