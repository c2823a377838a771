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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
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
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomDayCommand.ReserveRoom;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CalendarRule.Closed;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.RunningApplication;

class PlanningAnExtraSession {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final CampaignId CAMPAIGN = new CampaignId("talks");
  private static final RolloutId REFUSED = new RolloutId("rollout-refused");
  private static final RolloutId PLANNED = new RolloutId("rollout-planned");
  private static final SessionId ELSEWHERE = new SessionId("elsewhere");
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Slot ALL_DAY = new Slot(LocalTime.of(0, 0), LocalTime.of(23, 59));

  private static SmallTown town;
  private static Visitor manager;
  private static LocalDate today;
  private static LocalDate closed;
  private static LocalDate free;

  /** Eva should speak and has no time for three weeks, so nobody finds a seat. */
  @BeforeAll
  static void nobody_found_a_seat() {
    town = new SmallTown(UITROL);
    town.begin();
    today = town.now().atZone(SmallTown.ZONE).toLocalDate();
    closed = workingDay(today.plusDays(30));
    free = workingDay(closed.plusDays(1));
    today
        .datesUntil(today.plusDays(21))
        .map(date -> RoomDayId.ofPresenter(SmallTown.EVA, date))
        .forEach(PlanningAnExtraSession::book);
    town.send(new DraftPlan(CAMPAIGN, plan(), new AccountId("author"), town.now()));
    begin(REFUSED);
    begin(PLANNED);
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @Test
  void begins_on_the_page_of_the_department() {
    assertThat(manager.get("/rollouts/" + REFUSED).body())
        .contains("3 people found no seat", "href=\"" + form(REFUSED) + "\"");
    assertThat(manager.get(form(REFUSED)).body())
        .contains("3 people without a seat", "60 minutes", "B.12 (2 seats)")
        .contains("value=\"eva@town.example\"");
    for (String none : List.of("none", "licences")) {
      assertThat(
              manager
                  .get("/rollouts/" + REFUSED + "/activities/" + none + "/sessions/new")
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void says_beside_each_field_what_is_wrong_and_keeps_what_was_typed() {
    HttpResponse<String> answer =
        refused(typed("2027-13-40", "ten", "online-by-link", "ftp://x", "0", "nobody@x"));

    assertThat(answer.body())
        .containsPattern("id=\"date-problem\">Fill in a date")
        .containsPattern("id=\"presenter-problem\">Nobody in the directory")
        .containsPattern("id=\"seats-problem\">Fill in a number from 1 to 1.?000")
        .containsPattern("<input id=\"date\"[^>]*aria-invalid=\"true\"")
        .containsPattern("<input id=\"date\"[^>]*aria-describedby=\"date-problem\"")
        .contains("value=\"nobody@x\"", "value=\"ftp://x\"", "value=\"ten\"");
    assertThat(refused(typed(free, "10:00", "online-by-link", "ftp://x", "3", "")).body())
        .containsPattern("id=\"link-problem\">Fill in a link");
    assertThat(refused(typed(free, "10:00", "b12", "", "3", "")).body())
        .containsPattern("id=\"seats-problem\">Fill in a number from 1 to 2");
    assertThat(refused(typed(free, "10:00", "none", "", "", "")).body())
        .contains("id=\"room-problem\"");
    assertThat(sessions(REFUSED)).isEmpty();
  }

  @Test
  void is_refused_when_the_day_the_room_or_the_presenter_is_not_free() {
    LocalDate busy = workingDay(today.plusDays(9));
    book(RoomDayId.ofRoom("b12", busy));

    assertThat(refused(typed(closed, "10:00", "b12", "", "", "")).body())
        .containsPattern("id=\"date-problem\">[^<]*working day");
    assertThat(refused(typed("2020-01-06", "10:00", "b12", "", "", "")).body())
        .containsPattern("id=\"date-problem\">[^<]*passed already");
    assertThat(refused(typed(free, "23:30", "b12", "", "", "")).body())
        .containsPattern("id=\"time-problem\">[^<]*midnight");
    assertThat(refused(typed(busy, "10:00", "b12", "", "", "")).body())
        .containsPattern("id=\"room-problem\">The room has something else");
    assertThat(refused(typed(busy, "10:00", "hall", "", "", "1002")).body())
        .containsPattern("id=\"presenter-problem\">The presenter has something else");
    assertThat(sessions(REFUSED)).isEmpty();
    assertThat(town.events(RoomDayId.ofRoom("hall", busy)))
        .as("what was booked before the refusal")
        .isZero();
  }

  @Test
  void invites_whoever_has_no_seat_and_plans_once_however_often_it_is_sent() {
    Map<String, String> room = typed(free, "10:00", "b12", "", "", "1001");
    room.put("token", token(manager.get(form(PLANNED)).body()));
    for (int time = 1; time <= 2; time++) {
      assertThat(manager.post(form(PLANNED), room).statusCode()).isEqualTo(302);
      assertThat(manager.get("/rollouts/" + PLANNED).body())
          .contains("2 people are invited. One person still has no seat.")
          .contains("one person found no seat");
    }
    assertThat(sessions(PLANNED))
        .singleElement()
        .satisfies(one -> assertThat(one.presenter()).isEqualTo(SmallTown.JAN))
        .satisfies(one -> assertThat(one.place().start()).isEqualTo(free.atTime(10, 0)))
        .satisfies(one -> assertThat(one.seatsTaken()).isEqualTo(2));

    String link = "https://meet.example/talk?x=1";
    Map<String, String> online = typed(free, "10:30", "online-by-link", link, "10", "");
    online.put("token", token(manager.get(form(PLANNED)).body()));
    assertThat(manager.post(form(PLANNED), online).body())
        .containsPattern("id=\"time-problem\">The department has another session");
    online.put("time", "13:00");
    assertThat(manager.post(form(PLANNED), online).statusCode()).isEqualTo(302);
    town.settle();

    assertThat(sessions(PLANNED))
        .hasSize(2)
        .anySatisfy(one -> assertThat(one.place().room().link()).isEqualTo(link));
    assertThat(manager.get("/rollouts/" + PLANNED).body()).doesNotContain("found no seat");
  }

  @Test
  void is_for_managers_only() {
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get("/rollouts/" + REFUSED).body()).doesNotContain(form(REFUSED));
    assertThat(council.get(form(REFUSED)).statusCode()).isEqualTo(403);
    assertThat(council.post(form(REFUSED), typed(free, "10:00", "b12", "", "", "")).statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> refused(Map<String, String> typed) {
    HttpResponse<String> answer = manager.post(form(REFUSED), typed);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer;
  }

  private static void begin(RolloutId rollout) {
    Instant now = town.now();
    town.send(
        new StartRollout(
            rollout,
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
    town.send(new StartActivity(rollout, "talk", now.plus(Duration.ofDays(3))));
    town.settle();
  }

  private static void book(RoomDayId day) {
    town.send(new ReserveRoom(day, ELSEWHERE, ALL_DAY, town.now()));
  }

  private static String form(RolloutId rollout) {
    return "/rollouts/" + rollout + "/activities/talk/sessions/new";
  }

  private static String token(String page) {
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static List<SessionRow> sessions(RolloutId rollout) {
    return UITROL.bean(SessionStore.class).ofRollout(rollout);
  }

  private static LocalDate workingDay(LocalDate from) {
    Holidays holidays = UITROL.bean(Holidays.class);
    return from.datesUntil(from.plusDays(30))
        .filter(date -> !holidays.isHoliday("NL", date))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> typed(
      Object date, String time, String room, String link, String seats, String presenter) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", "token-" + date + time + room);
    form.put("date", date.toString());
    form.put("time", time);
    form.put("room", room);
    form.put("link", link);
    form.put("seats", seats);
    form.put("presenter", presenter);
    return form;
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
            List.of(new Closed(closed, closed, "Moving house"))),
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
                1)),
        Map.of(),
        List.of(new Room("hall", "Hall", 40, null), new Room("b12", "B.12", 2, null)),
        Governance.NONE);
  }
}
