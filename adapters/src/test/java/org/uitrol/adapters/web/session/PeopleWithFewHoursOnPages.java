package org.uitrol.adapters.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

/** Another campaign in the same department allows one hour of sessions a week. */
class PeopleWithFewHoursOnPages {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final CampaignId STRICT = new CampaignId("strict");
  private static final PersonId TIM = new PersonId("p-tim");

  private static SmallTown town;
  private static LocalDate week;

  @BeforeAll
  static void one_hour_a_week() {
    town = new SmallTown(UITROL);
    town.begin();
    town.employ(TIM, "1004", "tim@town.example", "Tim", "en");
    PersonVault vault = UITROL.bean(PersonVault.class);
    vault.put(TIM, vault.find(TIM).orElseThrow().with(Map.of(PersonField.WORKDAYS, "mon tue")));
    Plan plan = limited(UITROL.bean(Plans.class).plan(SmallTown.CAMPAIGN, 1));
    town.send(new DraftPlan(STRICT, plan, new AccountId("author"), town.now()));
    town.send(
        new StartRollout(
            new RolloutId("rollout-strict"),
            STRICT,
            SmallTown.FINANCE,
            1,
            plan.rolloutPlan(),
            SmallTown.EVA,
            Set.of(SmallTown.EVA, SmallTown.JAN, TIM),
            Set.of(),
            Set.of(Disclosure.values()),
            town.now()));
    town.settle();
    week = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(1);
  }

  @Test
  void choose_no_other_date_in_a_week_without_hours_left() {
    session("full", ActivityKind.TRAINING, week.plusDays(7), SmallTown.EVA);
    SessionId own = session("own", ActivityKind.PRESENTATION, week, SmallTown.EVA);
    SessionId there = session("there", ActivityKind.PRESENTATION, week.plusDays(8), SmallTown.JAN);
    SessionId later = session("later", ActivityKind.PRESENTATION, week.plusDays(14), SmallTown.JAN);
    String page = town.ownPage(SmallTown.EVA);
    Visitor visitor = new Visitor(UITROL);

    HttpResponse<String> refused =
        visitor.postWithout(page + "/sessions/own/move", Map.of("to", "there"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("more hours in that week than is allowed");
    assertThat(state(there).holdsSeat(SmallTown.EVA)).isFalse();
    assertThat(visitor.postWithout(page + "/sessions/own/move", Map.of("to", "later")).statusCode())
        .isEqualTo(303);
    town.settle();
    assertThat(state(later).holdsSeat(SmallTown.EVA)).isTrue();
    assertThat(state(own).holdsSeat(SmallTown.EVA)).isFalse();
  }

  @Test
  void return_to_no_session_that_they_declined_when_the_week_is_full_by_now() {
    SessionId first = session("first", ActivityKind.PRESENTATION, week.plusDays(21), TIM);
    town.send(new AnswerInvitation(first, TIM, Answer.DECLINED, town.now()));
    session("second", ActivityKind.TRAINING, week.plusDays(22), TIM);
    String page = town.ownPage(TIM);
    Visitor visitor = new Visitor(UITROL);

    assertThat(answer(visitor, page, Answer.ACCEPTED)).isEqualTo(409);
    assertThat(state(first).holdsSeat(TIM)).isFalse();
    assertThat(visitor.get(page).body()).contains("Working days", "Monday, Tuesday");
  }

  @Test
  void are_told_to_who_moves_their_session_by_count_and_name() {
    Visitor manager = Visitor.signedIn(UITROL, "mover", Role.CHANGE_MANAGER);
    LocalDate from = week.plusWeeks(5);
    LocalDate to = workingDayFrom(week.plusWeeks(6).plusDays(2));
    session("moving", ActivityKind.PRESENTATION, from, SmallTown.JAN, TIM);
    session("busy", ActivityKind.TRAINING, to, SmallTown.JAN);
    manager.get("/sessions/moving/move");
    Map<String, String> typed =
        new HashMap<>(Map.of("date", to.toString(), "time", "16:00", "room", "b12"));

    HttpResponse<String> warned = manager.post("/sessions/moving/move", typed);

    assertThat(warned.statusCode()).isEqualTo(422);
    assertThat(warned.body())
        .contains("One person would sit in sessions for more hours", "Jan de Vries")
        .contains("One person doesn’t work on that day: Tim")
        .contains("name=\"anyway\"");
    assertThat(state(new SessionId("moving")).place().start().toLocalDate()).isEqualTo(from);

    typed.put("anyway", "true");
    assertThat(manager.post("/sessions/moving/move", typed).statusCode()).isEqualTo(302);
    assertThat(state(new SessionId("moving")).place().start().toLocalDate()).isEqualTo(to);
    assertThat(manager.get("/people/" + TIM).body()).contains("Working days", "Monday, Tuesday");
  }

  private static int answer(Visitor visitor, String page, Answer answer) {
    return visitor
        .postWithout(page + "/sessions/first/answer", Map.of("answer", answer.name()))
        .statusCode();
  }

  private static LocalDate workingDayFrom(LocalDate date) {
    Holidays holidays = UITROL.bean(Holidays.class);
    LocalDate day = date;
    while (holidays.isHoliday("NL", day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static SessionId session(
      String id, ActivityKind kind, LocalDate date, PersonId... invited) {
    return town.session(id, kind, (int) ChronoUnit.DAYS.between(today(), date), 10, invited);
  }

  private static LocalDate today() {
    return town.now().atZone(SmallTown.ZONE).toLocalDate();
  }

  private static Session state(SessionId session) {
    return UITROL
        .bean(Streams.class)
        .state(session, SessionEvent.class, Session::evolve)
        .orElseThrow();
  }

  private static Plan limited(Plan plan) {
    return new Plan(
        STRICT,
        plan.title(),
        plan.tool(),
        plan.ai(),
        plan.languages(),
        plan.calendar(),
        plan.owner(),
        plan.privacy(),
        new LoadRule(3, null, 1, null),
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
}
