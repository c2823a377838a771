package org.uitrol.adapters.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class AskingWhy {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern EVENT = Pattern.compile("href=\"(/history/events/[^\"]+)\"");
  private static final String ACTIVITY =
      "/people/p-eva/why?rollout=rollout-finance&activity=licences";
  private static final String GATE = "/rollouts/rollout-finance/gates/announce/why";

  private static Visitor manager;
  private static Visitor council;

  @BeforeAll
  static void something_has_happened() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    town.session("plans", ActivityKind.PRESENTATION, 10, 5, SmallTown.HOSTILE);
    town.send(
        new HoldRollout(SmallTown.ROLLOUT, new AccountId("author"), "wait a bit", town.now()));
    town.settle();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
  }

  @Test
  void begins_on_the_page_of_a_person_or_a_department() {
    assertThat(page(manager, "/people/p-eva"))
        .contains("/people/p-eva/why?rollout=rollout-finance");
    assertThat(page(manager, "/rollouts/rollout-finance")).contains(GATE);
    assertThat(page(manager, "/people/p-eva/why"))
        .contains("activity=licences", "Assign licences", "Eva Smith");
  }

  @Test
  void of_an_activity_that_has_not_begun_says_what_would_have_to_happen() {
    String page = page(manager, ACTIVITY);

    assertThat(page)
        .contains(
            "Eva Smith was in the department when its rollout began.",
            "By the plan it begins 200 working days after the stage announce.",
            "It has not begun; it is to begin on",
            "That moment has to come while the rollout runs.",
            "No mail about this to Eva Smith was asked for.",
            "activity licences");
    assertThat(EVENT.matcher(page).results().count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void leads_from_each_line_to_its_event() {
    Matcher event = EVENT.matcher(page(manager, ACTIVITY));
    assertThat(event.find()).isTrue();
    assertThat(page(manager, event.group(1))).contains("rollout.started");
  }

  @Test
  void of_a_gate_tells_what_keeps_it_closed_and_what_would_open_it() {
    assertThat(page(manager, GATE))
        .contains(
            "The department went on under version 1 of the plan.",
            "Condition “responses.rate &gt;= 0.5”",
            "wait a bit",
            "A manager has to release the department.",
            "The plan asks for nobody’s approval.");
    assertThat(page(manager, "/rollouts/rollout-finance/gates/go-live/why"))
        .contains("of the plan has no stage go-live");
  }

  @Test
  void shows_who_may_not_see_names_none() {
    assertThat(page(council, GATE)).contains("wait a bit").doesNotContain("Eva Smith");
    assertThat(council.get(ACTIVITY).statusCode()).isEqualTo(403);
  }

  @Test
  void is_answered_in_dutch_too() {
    Visitor reader = Visitor.signedIn(UITROL, "lezer", Role.CHANGE_MANAGER);
    reader.get("/history");
    reader.post("/language", Map.of("language", "nl", "back", "/history"));

    assertThat(page(reader, ACTIVITY))
        .contains("Eva Smith hoorde bij de afdeling toen de uitrol er begon.");
  }

  @Test
  void is_no_place_for_markup() {
    String page = page(manager, "/people/p-hostile/why?rollout=rollout-finance&activity=%3Cb%3E");
    assertThat(page).doesNotContain("<b>", "<h1>J</h1>").contains("&lt;b&gt;");
  }

  @Test
  void of_what_is_not_there_leads_nowhere() {
    for (String path :
        Set.of(
            "/people/p-eva/why?rollout=none&activity=licences",
            "/rollouts/none/gates/announce/why",
            "/rollouts/rollout-finance/gates/party/why")) {
      assertThat(manager.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private static String page(Visitor visitor, String path) {
    HttpResponse<String> page = visitor.get(path);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }
}
