package org.uitrol.adapters.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposals;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutCommand.StartRollout;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.session.MeetingNeeds;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.RunningApplication;

class LookingAtAProposal {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.planning.longest=3s");

  private static final CampaignId CAMPAIGN = new CampaignId("talks");
  private static final RolloutId ROLLOUT = new RolloutId("rollout-proposed");
  private static final String PAGE = "/rollouts/" + ROLLOUT + "/activities/talk/proposal";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("/proposal/sessions/([0-9a-f-]+)\"");

  private static SmallTown town;
  private static Visitor manager;

  /** The plan asks for a look before anybody is invited. */
  @BeforeAll
  static void three_people_wait_for_a_proposal() {
    town = new SmallTown(UITROL);
    town.begin();
    town.send(new DraftPlan(CAMPAIGN, plan(), new AccountId("author"), town.now()));
    Instant now = town.now();
    town.send(
        new StartRollout(
            ROLLOUT,
            CAMPAIGN,
            SmallTown.FINANCE,
            1,
            plan().rolloutPlan(),
            SmallTown.EVA,
            Set.of(SmallTown.JAN, SmallTown.EVA, SmallTown.HOSTILE),
            Set.of(),
            Set.of(Disclosure.values()),
            now));
    town.settle();
    town.send(new StartActivity(ROLLOUT, "talk", now.plus(Duration.ofDays(20))));
    town.settle();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @Test
  void shows_it_lets_it_be_changed_and_plans_it_when_it_is_accepted() {
    assertThat(sessions()).as("nobody is invited before").isEmpty();
    assertThat(manager.get("/rollouts/" + ROLLOUT).body()).contains("href=\"" + PAGE + "\"");
    assertThat(manager.get(PAGE).body()).contains("3 people have no seat yet.", "Make a proposal");

    assertThat(manager.post(PAGE, Map.of()).statusCode()).isEqualTo(302);
    HttpResponse<String> searching = manager.get(PAGE);
    assertThat(searching.body()).containsAnyOf("Stop looking", "Look at it, change it");
    assertThat(manager.post(PAGE + "/stop", Map.of()).statusCode()).isEqualTo(302);
    String ready = manager.get(PAGE).body();
    assertThat(ready)
        .contains("Look at it, change it, and accept it", "Accept")
        .doesNotContain("Stop looking");
    assertThat(sessions()).isEmpty();

    String session = find(SESSION, ready);
    String outside =
        manager.post(PAGE + "/sessions/" + session, typed("2020-01-06", "10:00", "hall")).body();
    assertThat(outside).contains("role=\"alert\"", "There are no sessions on that day");
    LocalDate day = workingDay();
    assertThat(
            manager
                .post(PAGE + "/sessions/" + session, typed(day.toString(), "13:30", "hall"))
                .statusCode())
        .isEqualTo(302);
    String changed = manager.get(PAGE).body();
    assertThat(manager.post(PAGE + "/accept", Map.of("seen", find(SEEN, ready))).body())
        .as("a proposal that was changed since")
        .contains("Somebody changed the proposal meanwhile");

    UITROL.restart();
    manager = Visitor.signedIn(UITROL, "second", Role.CHANGE_MANAGER);
    assertThat(manager.get(PAGE).body())
        .as("what is kept through a restart")
        .contains(find(SEEN, changed));
    assertThat(manager.post(PAGE + "/accept", Map.of("seen", find(SEEN, changed))).statusCode())
        .isEqualTo(302);
    new SmallTown(UITROL).settle();

    assertThat(sessions())
        .anySatisfy(
            one -> {
              assertThat(one.place().start()).isEqualTo(day.atTime(13, 30));
              assertThat(one.place().room().id()).isEqualTo("hall");
              assertThat(one.presenter()).isEqualTo(SmallTown.EVA);
            });
    assertThat(sessions().stream().mapToInt(SessionRow::seatsTaken).sum()).isEqualTo(3);
    assertThat(manager.get(PAGE).body()).contains("Everybody has a seat.");
  }

  /** As after a crash: it is searched for, and nobody does. */
  @Test
  void goes_on_when_whoever_searched_is_gone() {
    Proposals proposals = UITROL.bean(Proposals.class);
    Proposal begun = proposals.begin(ROLLOUT, "talk");
    UITROL
        .bean(JdbcClient.class)
        .sql("update session_proposal set alive_at = now() - interval '1 minute'")
        .update();

    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    Proposal latest = begun;
    while (latest.state() == Proposal.State.SEARCHING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      latest = proposals.latest(ROLLOUT, "talk").orElseThrow();
    }

    assertThat(latest.id()).isEqualTo(begun.id());
    assertThat(latest.state()).isEqualTo(Proposal.State.READY);
    assertThat(latest.rating()).isLessThanOrEqualTo(begun.rating());
    proposals.discard(latest);
  }

  @Test
  void is_for_managers_only() {
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(council.post(PAGE, Map.of()).statusCode()).isEqualTo(403);
    assertThat(council.get("/outages").statusCode()).isEqualTo(403);
    Visitor other = Visitor.signedIn(UITROL, "other", Role.CHANGE_MANAGER);
    assertThat(other.get(PAGE + "/people/none").statusCode()).isEqualTo(404);
  }

  @Test
  void begins_with_what_drops_out() {
    Visitor third = Visitor.signedIn(UITROL, "third", Role.CHANGE_MANAGER);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("room", "b12");
    form.put("presenter", "");
    form.put("first", "2030-01-14");
    form.put("last", "2030-01-13");
    form.put("back", "false");
    assertThat(third.post("/outages", form).body()).contains("Fill in two dates");
    form.put("last", "2030-01-15");
    assertThat(third.post("/outages", form).body()).contains("nothing is booked there");
    assertThat(town.events(RoomDayId.ofRoom("b12", LocalDate.of(2030, 1, 15)))).isEqualTo(1);
    form.put("back", "true");
    assertThat(third.post("/outages", form).body()).contains("it can be booked again");
    assertThat(town.events(RoomDayId.ofRoom("b12", LocalDate.of(2030, 1, 15)))).isEqualTo(2);
  }

  private static Map<String, String> typed(String date, String time, String room) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("date", date);
    form.put("time", time);
    form.put("room", room);
    form.put("presenter", SmallTown.EVA.value());
    return form;
  }

  private static String find(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private static List<SessionRow> sessions() {
    return UITROL.bean(SessionStore.class).ofRollout(ROLLOUT);
  }

  /** Some days from now, when sessions can be. */
  private static LocalDate workingDay() {
    Holidays holidays = UITROL.bean(Holidays.class);
    LocalDate from = town.now().atZone(SmallTown.ZONE).toLocalDate().plusDays(5);
    return from.datesUntil(from.plusDays(14))
        .filter(date -> !holidays.isHoliday("NL", date))
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan() {
    return new Plan(
        CAMPAIGN,
        Text.of("en", "Talks"),
        "Copilot",
        Plan.AiKind.GENERATIVE,
        List.of("en"),
        new CalendarRule(
            SmallTown.ZONE,
            "NL",
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of()),
        SmallTown.EVA,
        new Plan.PrivacyRule(5),
        new Plan.LoadRule(3),
        List.of(
            new Plan.Wave(
                "pilot", LocalDate.of(2027, 1, 11), null, List.of(SmallTown.FINANCE), false)),
        List.of(
            new StagePlan(
                StageName.ANNOUNCE,
                List.of(
                    new ActivityPlan("talk", ActivityKind.PRESENTATION, "talk", 0, 2, null, null),
                    new ActivityPlan(
                        "licences",
                        ActivityKind.TASK,
                        "licences",
                        200,
                        5,
                        null,
                        Text.of("en", "Licences"))),
                new GatePlan(List.of(), 0, null))),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(
            "talk",
            new MeetingPlan(
                Text.of("en", "What are the plans?"),
                null,
                60,
                List.of("b12", "hall"),
                SmallTown.EVA,
                1,
                new MeetingNeeds(List.of(), List.of(), List.of(), true))),
        Map.of(),
        List.of(new Room("hall", "Hall", 40, null), new Room("b12", "B.12", 2, null)),
        Governance.NONE);
  }
}
