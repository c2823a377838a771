package org.uitrol.adapters.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.PersonalLink;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.MemberForecasts;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.support.RunningApplication;

class OnesOwnPage {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;

  private final Visitor visitor = new Visitor(UITROL);

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void takes_an_answer_to_an_invitation_and_shows_it_at_once() {
    SessionId session = town.session("rsvp", ActivityKind.PRESENTATION, 5, 3, SmallTown.EVA);
    String page = town.ownPage(SmallTown.EVA);
    assertThat(visitor.get(page).body()).contains("What are the plans?", "not answered yet");

    HttpResponse<String> answer =
        visitor.postWithout(page + "/sessions/rsvp/answer", Map.of("answer", "ACCEPTED"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(visitor.get(location(answer)).body())
        .contains("Your answer is saved.", "you are coming");
    assertThat(session(session).holdsSeat(SmallTown.EVA)).isTrue();
    visitor.postWithout(page + "/sessions/rsvp/answer", Map.of("answer", "DECLINED"));
    assertThat(session(session).holdsSeat(SmallTown.EVA)).isFalse();
  }

  @Test
  void lets_somebody_offer_help_and_take_it_back_by_their_own_hand() {
    String page = town.ownPage(SmallTown.EVA);
    assertThat(visitor.get(page).body()).contains("Would you help colleagues as Champion?");

    HttpResponse<String> offered =
        visitor.postWithout(page + "/help/" + SmallTown.ROLLOUT, Map.of("offered", "true"));

    assertThat(offered.statusCode()).isEqualTo(303);
    assertThat(visitor.get(location(offered)).body())
        .contains("Thank you, your choice is saved.", "You offer to help colleagues as Champion.");
    assertThat(UITROL.bean(MemberForecasts.class).champions(SmallTown.ROLLOUT))
        .containsExactly(SmallTown.EVA);
    assertThat(
            UITROL
                .bean(JdbcClient.class)
                .sql(
                    "select meta_data from domain_event_entry"
                        + " where payload_type = 'rollout.champion-offered'")
                .query(String.class)
                .single())
        .contains("person:" + SmallTown.EVA);

    visitor.postWithout(page + "/help/" + SmallTown.ROLLOUT, Map.of("offered", "false"));

    assertThat(UITROL.bean(MemberForecasts.class).champions(SmallTown.ROLLOUT)).isEmpty();
    assertThat(
            visitor.postWithout(page + "/help/elsewhere", Map.of("offered", "true")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void changes_nothing_when_it_is_opened() {
    town.session("opened", ActivityKind.PRESENTATION, 6, 3, SmallTown.EVA);
    String page = town.ownPage(SmallTown.EVA);
    long before = allEvents();

    HttpResponse<String> opened = visitor.get(page);
    visitor.get(page + "/data");
    visitor.get(page + "/sessions/opened/answer?answer=DECLINED");
    visitor.get(page + "/mail?wanted=false");

    assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(opened.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(opened.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(allEvents()).isEqualTo(before);
  }

  @Test
  void lets_somebody_go_to_another_date_with_a_free_seat() {
    SessionId from = town.session("from", ActivityKind.DEMO, 7, 3, SmallTown.JAN);
    SessionId to = town.session("to", ActivityKind.DEMO, 8, 3);
    String page = town.ownPage(SmallTown.JAN);
    assertThat(visitor.get(page).body()).contains("value=\"to\"");

    HttpResponse<String> answer =
        visitor.postWithout(page + "/sessions/from/move", Map.of("to", "to"));

    assertThat(answer.statusCode()).isEqualTo(303);
    town.settle();
    assertThat(session(to).holdsSeat(SmallTown.JAN)).isTrue();
    assertThat(session(from).holdsSeat(SmallTown.JAN)).isFalse();
  }

  @Test
  void says_so_when_the_other_date_is_full_meanwhile() {
    town.session("mine", ActivityKind.DEMO, 9, 3, SmallTown.EVA);
    SessionId full = town.session("full", ActivityKind.DEMO, 10, 1, SmallTown.HOSTILE);

    HttpResponse<String> answer =
        visitor.postWithout(
            town.ownPage(SmallTown.EVA) + "/sessions/mine/move", Map.of("to", "full"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("All 1 seats are taken");
    assertThat(session(full).holdsSeat(SmallTown.EVA)).isFalse();
  }

  @Test
  void gives_no_seat_in_a_session_of_others() {
    town.session("own", ActivityKind.PRESENTATION, 9, 3, SmallTown.EVA);
    SessionId foreign = town.session("foreign", ActivityKind.TRAINING, 10, 3, SmallTown.JAN);

    HttpResponse<String> answer =
        visitor.postWithout(
            town.ownPage(SmallTown.EVA) + "/sessions/own/move", Map.of("to", "foreign"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(session(foreign).holdsSeat(SmallTown.EVA)).isFalse();
  }

  @Test
  void keeps_goals_that_nobody_else_can_read() {
    PersonId person = employ("p-goals", "1020", "en");
    PersonId other = employ("p-other-goals", "1021", "en");
    String page = town.ownPage(person) + "/goals";
    assertThat(visitor.get(town.ownPage(person)).body()).contains(page + "\"");
    assertThat(visitor.get(page).body()).contains("Only you can read this");
    HttpResponse<String> empty =
        visitor.postWithout(page, Map.of("text", " ", "note", "<b>a note</b>", "id", "g-1"));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body())
        .contains(
            "Write what you want to reach.", "&lt;b&gt;a note&lt;/b&gt;", "id=\"problem-g-1\"");

    Map<String, String> goal =
        Map.of("text", "Shorter <i>letters</i>", "note", "Kees", "id", "g-1");
    assertThat(visitor.postWithout(page, goal).statusCode()).isEqualTo(303);
    assertThat(visitor.postWithout(page, goal).statusCode()).isEqualTo(303);

    assertThat(visitor.get(page).body())
        .containsOnlyOnce("id=\"goal-g-1\"")
        .contains("Shorter &lt;i&gt;letters&lt;/i&gt;", "not reached yet");
    assertThat(visitor.get(town.ownPage(person) + "/data").body())
        .contains("Shorter <i>letters</i>");
    String others = town.ownPage(other) + "/goals";
    assertThat(visitor.get(others).body()).doesNotContain("letters");
    assertThat(visitor.postWithout(others + "/g-1", goal).statusCode()).isEqualTo(404);
    visitor.postWithout(others + "/g-1/remove", Map.of());
    visitor.postWithout(page + "/g-1", Map.of("text", "Shorter letters", "reached", "true"));
    assertThat(visitor.get(page).body()).contains("Shorter letters", ">reached<");
    assertThat(events()).doesNotContain("letters");
    visitor.postWithout(page + "/g-1/remove", Map.of());
    assertThat(visitor.get(page).body()).doesNotContain("Shorter letters");
  }

  private static String events() {
    return UITROL
        .jdbc()
        .sql("select string_agg(payload, '') from domain_event_entry")
        .query(String.class)
        .single();
  }

  @Test
  void tells_the_place_on_the_waiting_list() {
    SessionId session = town.session("crowded", ActivityKind.PRESENTATION, 11, 1, SmallTown.EVA);
    town.send(new InvitePerson(session, SmallTown.JAN, town.now()));
    town.settle();

    assertThat(visitor.get(town.ownPage(SmallTown.JAN)).body())
        .contains("op de wachtlijst", "op plaats 1 van de wachtlijst", "Van de wachtlijst af");
    visitor.postWithout(
        town.ownPage(SmallTown.JAN) + "/sessions/crowded/answer", Map.of("answer", "DECLINED"));
    assertThat(session(session).waiting()).isEmpty();
    assertThat(visitor.get(town.ownPage(SmallTown.JAN)).body())
        .doesNotContain("Van de wachtlijst af");
  }

  @Test
  void lets_somebody_without_a_seat_wait_for_one_in_a_full_session() {
    PersonId waiter = employ("p-waiter", "1010", "en");
    PersonId keeper = employ("p-keeper", "1011", "en");
    SessionId session = town.session("sought", ActivityKind.DEMO, 12, 1, waiter);
    String page = town.ownPage(waiter);
    assertThat(visitor.get(page).body()).doesNotContain("Join the waiting list");
    visitor.postWithout(page + "/sessions/sought/answer", Map.of("answer", "DECLINED"));
    town.send(new InvitePerson(session, keeper, town.now()));
    town.settle();
    assertThat(visitor.get(page).body())
        .contains("/sessions/sought/wait\"", "Join the waiting list");

    HttpResponse<String> answer = visitor.postWithout(page + "/sessions/sought/wait", Map.of());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(visitor.get(location(answer)).body())
        .contains("You get a mail as soon as a seat comes free.", "number 1 on the waiting list")
        .doesNotContain("Join the waiting list");
    visitor.postWithout(page + "/sessions/sought/wait", Map.of());
    assertThat(session(session).waiting()).containsExactly(waiter);

    visitor.postWithout(
        town.ownPage(keeper) + "/sessions/sought/answer", Map.of("answer", "DECLINED"));

    assertThat(session(session).seatHolders()).containsExactly(waiter);
  }

  @Test
  void lets_somebody_who_missed_a_session_wait_for_a_later_one_that_is_full() {
    PersonId misser = employ("p-misser", "1012", "nl");
    town.session("missed", ActivityKind.TRAINING, -2, 3, misser);
    town.send(new RecordAttendance(new SessionId("missed"), misser, false, town.now()));
    SessionId later = town.session("later", ActivityKind.TRAINING, 13, 1, SmallTown.HOSTILE);
    String page = town.ownPage(misser);
    assertThat(visitor.get(page).body()).contains("/sessions/later/wait\"", "Op de wachtlijst");

    visitor.postWithout(page + "/sessions/later/wait", Map.of());

    assertThat(session(later).waiting()).containsExactly(misser);
  }

  @Test
  void lets_nobody_wait_who_has_a_seat_or_was_not_invited() {
    PersonId seated = employ("p-seated", "1013", "en");
    PersonId stranger = employ("p-stranger", "1014", "en");
    town.session("seated", ActivityKind.DEMO, 14, 2, seated);
    SessionId other = town.session("full-too", ActivityKind.DEMO, 15, 1, SmallTown.HOSTILE);
    assertThat(visitor.get(town.ownPage(seated)).body()).doesNotContain("/sessions/full-too/wait");

    for (PersonId person : new PersonId[] {seated, stranger}) {
      HttpResponse<String> refused =
          visitor.postWithout(town.ownPage(person) + "/sessions/full-too/wait", Map.of());
      assertThat(refused.statusCode()).isEqualTo(409);
    }
    assertThat(session(other).waiting()).isEmpty();
  }

  private static PersonId employ(String id, String number, String language) {
    PersonId person = new PersonId(id);
    town.employ(person, number, id + "@town.example", id, language);
    return person;
  }

  @Test
  void notes_a_course_as_finished_once() {
    LearnerRecordId learner = town.enrol(SmallTown.EVA, "basics", "basics");
    String page = town.ownPage(SmallTown.EVA);
    assertThat(visitor.get(page).body())
        .contains("The basics", "https://learn.example/basics", "I have finished it");

    visitor.postWithout(page + "/courses/" + learner + "/done", Map.of());
    visitor.postWithout(page + "/courses/" + learner + "/done", Map.of());

    assertThat(UITROL.bean(Streams.class).events(learner, LearnerEvent.class))
        .filteredOn(CourseCompleted.class::isInstance)
        .hasSize(1);
    assertThat(visitor.get(page).body()).contains("Finished on").doesNotContain("/done\"");
  }

  @Test
  void finishes_no_course_of_somebody_else() {
    LearnerRecordId learner = town.enrol(SmallTown.JAN, "basics", "basics");

    HttpResponse<String> answer =
        visitor.postWithout(
            town.ownPage(SmallTown.EVA) + "/courses/" + learner + "/done", Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(town.events(learner)).isEqualTo(1);
  }

  @Test
  void closes_ones_own_task_and_no_other() {
    FollowUpId task = town.task(SmallTown.HOSTILE);
    assertThat(visitor.get(town.ownPage(SmallTown.HOSTILE)).body()).contains("Assign licences");

    visitor.postWithout(town.ownPage(SmallTown.JAN) + "/tasks/" + task + "/done", Map.of());
    assertThat(isClosed(task)).isFalse();

    visitor.postWithout(town.ownPage(SmallTown.HOSTILE) + "/tasks/" + task + "/done", Map.of());
    assertThat(isClosed(task)).isTrue();
  }

  @Test
  void keeps_a_language_and_whether_optional_mail_is_wanted() {
    PersonId person = new PersonId("p-choosing");
    town.employ(person, "1009", "c@town.example", "Chris", "nl");
    String page = town.ownPage(person);
    assertThat(visitor.get(page).body()).contains("Hallo Chris", "Die krijg je.");

    visitor.postWithout(page + "/language", Map.of("language", "en"));
    visitor.postWithout(page + "/language", Map.of("language", "xx"));
    visitor.postWithout(page + "/mail", Map.of("wanted", "false"));

    assertThat(visitor.get(page).body()).contains("Hello, Chris", "You don’t get it.");
    assertThat(UITROL.bean(PersonVault.class).find(person).orElseThrow().language())
        .isEqualTo("en");
  }

  @Test
  void shows_hostile_names_as_plain_text() {
    String page = town.ownPage(SmallTown.HOSTILE);

    assertThat(visitor.get(page).body())
        .contains("&lt;h1&gt;J&lt;/h1&gt; ${7*7} [[${7*7}]] {{x}} {0}")
        .doesNotContain("<h1>J</h1>")
        .doesNotContain(" 49 ");
    HttpResponse<String> data = visitor.get(page + "/data");
    assertThat(data.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(data.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    assertThat(data.body()).contains("<h1>J</h1>", "j@town.example", "\"optionalMail\"");
  }

  @Test
  void opens_neither_after_its_time_nor_for_somebody_unknown() {
    PersonalLink old =
        new PersonalLink(Purpose.PLAN, SmallTown.JAN, "", town.now().minusSeconds(1));
    PersonalLink unknown =
        new PersonalLink(Purpose.PLAN, new PersonId("nobody"), "", town.now().plusSeconds(60));

    HttpResponse<String> late = visitor.get("/p/" + town.links().token(old));
    HttpResponse<String> nobody = visitor.get("/p/" + town.links().token(unknown));

    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(nobody.statusCode()).isEqualTo(404);
    assertThat(late.body()).isEqualTo(nobody.body()).contains("This link doesn’t work");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Session session(SessionId session) {
    return UITROL
        .bean(Streams.class)
        .state(session, SessionEvent.class, Session::evolve)
        .orElseThrow();
  }

  private static boolean isClosed(FollowUpId task) {
    return UITROL
        .bean(Streams.class)
        .state(task, FollowUpEvent.class, FollowUpCase::evolve)
        .orElseThrow()
        .closed();
  }

  /** Mail goes its own way meanwhile. */
  private static long allEvents() {
    return UITROL
        .jdbc()
        .sql("select count(*) from domain_event_entry where payload_type not like 'dispatch.%'")
        .query(Long.class)
        .single();
  }
}
