package org.uitrol.adapters.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.api.Program;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.RunningApplication;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesAsOfAnotherDate {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String CAMPAIGN = "/campaigns/" + SmallTown.CAMPAIGN;
  private static final String ROLLOUT = "/rollouts/" + SmallTown.ROLLOUT;
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

  private static Visitor manager;
  private static Visitor admin;
  private static Instant before;
  private static SessionId session;
  private static Instant afterPlanning;

  @BeforeAll
  static void a_session_was_three_days_ago() {
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    admin = Visitor.signedIn(UITROL, "admin", Role.ADMIN);
    before = now();
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    session = town.session("s-past", ActivityKind.TRAINING, -3, 20, SmallTown.JAN, SmallTown.EVA);
    afterPlanning = now();
    manager.get("/sessions/" + session);
    HttpResponse<String> recorded =
        manager.post(
            "/sessions/" + session + "/attendance/" + SmallTown.JAN, Map.of("attended", "true"));
    assertThat(recorded.statusCode()).isBetween(302, 303);
  }

  @Test
  @Order(1)
  void hold_what_was_known_then() {
    assertThat(present("?known-on=" + afterPlanning)).as("nobody knew").isZero();
    assertThat(present("?known-on=" + now())).as("Jan was there").isEqualTo(1);
    assertThat(present("?known-on=" + now() + "&valid-on=" + afterPlanning))
        .as("what is known now of then")
        .isEqualTo(1);
  }

  @Test
  @Order(2)
  void hold_nothing_that_did_not_exist() {
    assertThat(manager.get(CAMPAIGN + "?known-on=" + before).statusCode()).isEqualTo(404);
    assertThat(manager.get(ROLLOUT + "?known-on=" + before).statusCode()).isEqualTo(404);
    assertThat(manager.get("/campaigns?known-on=" + before).body())
        .doesNotContain(SmallTown.CAMPAIGN.value());
    assertThat(manager.get("/history?known-on=" + before).body()).doesNotContain("/history/events");
  }

  @Test
  @Order(3)
  void say_so_and_lead_to_others_of_the_same_date() {
    HttpResponse<String> page = manager.get(ROLLOUT + "?known-on=" + afterPlanning);

    assertThat(page.body())
        .contains("Nothing can be changed here", "Back to the present", "<body class=\"past\">")
        .contains("href=\"" + ROLLOUT + "\"");
    assertThat(page.headers().firstValue("Memento-Datetime")).isPresent();
    assertThat(
            LINK.matcher(page.body().replace("&amp;", "&"))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.equals(ROLLOUT))
                .filter(link -> TravellingRoutes.has(link.replaceAll("\\?.*", ""))))
        .isNotEmpty()
        .allMatch(link -> link.contains("known-on=" + afterPlanning));
    assertThat(manager.get(ROLLOUT).body()).doesNotContain("known-on=");
  }

  @Test
  @Order(4)
  void are_refused_where_only_the_present_is_known() {
    HttpResponse<String> form = manager.get(ROLLOUT + "/hold?known-on=" + afterPlanning);
    assertThat(form.statusCode()).isEqualTo(409);
    assertThat(form.body()).contains("This page knows the present only");
    assertThat(admin.get("/operations?known-on=" + afterPlanning).statusCode()).isEqualTo(409);
    assertThat(manager.get(ROLLOUT + "?known-on=soon").body())
        .contains("“soon” is no date or time");
    assertThat(manager.get(ROLLOUT + "?known-on=2999-01-01").body()).contains("is still to come");
    assertThat(manager.get(ROLLOUT + "?known-on=&valid-on=").statusCode())
        .as("an empty form asks for the present")
        .isEqualTo(200);
  }

  @Test
  @Order(5)
  void can_not_be_used_to_change_anything() {
    long events = events();
    manager.get(ROLLOUT);

    HttpResponse<String> held =
        manager.post(ROLLOUT + "/hold?known-on=" + afterPlanning, Map.of("reason", "because"));

    assertThat(held.statusCode()).isEqualTo(409);
    assertThat(events()).isEqualTo(events);
  }

  @Test
  @Order(6)
  void are_for_those_who_may_read_them_now() {
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get("/people?known-on=" + afterPlanning).statusCode()).isEqualTo(403);
    assertThat(council.get(CAMPAIGN + "?known-on=" + afterPlanning).statusCode()).isEqualTo(200);
    assertThat(new Visitor(UITROL).get(CAMPAIGN + "?known-on=" + afterPlanning).statusCode())
        .isEqualTo(302);
  }

  @Test
  @Order(7)
  void are_answered_by_the_api_too() {
    Program program = Program.of(UITROL, "reader", Role.CHANGE_MANAGER, Set.of(Scope.READ));

    assertThat(program.get("/api/v1/campaigns?known-on=" + before).body())
        .doesNotContain(SmallTown.CAMPAIGN.value());
    assertThat(program.get("/api/v1/campaigns?known-on=" + afterPlanning).body())
        .contains(SmallTown.CAMPAIGN.value());
    assertThat(program.get("/api/v1/history?known-on=" + afterPlanning).body())
        .contains("session.planned")
        .doesNotContain("attendance.recorded");
    HttpResponse<String> unreadable = program.get("/api/v1/campaigns?known-on=soon");
    assertThat(unreadable.statusCode()).isEqualTo(422);
    assertThat(unreadable.body()).contains("MOMENT_INVALID");
  }

  private static int present(String query) {
    String page = manager.get("/sessions/" + session + query).body();
    assertThat(page).contains("Jan de Vries");
    return page.split(Pattern.quote(">There</span>"), -1).length - 1;
  }

  private static Instant now() {
    return UITROL.bean(CommandDesk.class).now();
  }

  private static long events() {
    return UITROL.jdbc().sql("select count(*) from domain_event_entry").query(Long.class).single();
  }
}
