package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.support.RunningApplication;

class WhomACampaignIsFor {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PLAN =
      """
      uitrol: 1
      campaign: segments-2099
      title: { en: Segments }
      tool: Some tool
      ai: generative
      languages: [en]
      calendar: { zone: Europe/Amsterdam, country: NL, days: [mon, tue, wed, thu, fri], hours: "09:00-17:00" }
      owner: eva@town.example
      waves:
        - { name: pilot, start: 2099-01-12, departments: [finance] }
      stages:
        - stage: announce
          activities:
            - { id: news, announcement: why, for: [controllers, ghosts] }
      mails:
        why: { subject: Why, body: Because }
      segments:
        controllers: { title: Controllers, function: [controller] }
        ghosts: { title: Ghosts, location: [Nowhere], employment: [never] }
      people: { joiner: from-stage-start, leaver: 2 working days }
      """;

  private static SmallTown town;
  private static Visitor manager;
  private static Visitor council;

  @BeforeAll
  static void a_campaign_is_drafted_and_another_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
    PersonVault vault = UITROL.bean(PersonVault.class);
    vault.put(
        SmallTown.JAN,
        vault.find(SmallTown.JAN).orElseThrow().with(Map.of(PersonField.FUNCTION, "Controller")));
    manager = Visitor.signedIn(UITROL, "anna", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "bea", Role.WORKS_COUNCIL);
    manager.get("/campaigns/new");
    assertThat(manager.post("/campaigns", Map.of("plan", PLAN)).statusCode()).isEqualTo(302);
    town.settle();
  }

  @Test
  void is_shown_before_launch_with_how_many_people_each_segment_takes_in() {
    String page = manager.get("/campaigns/segments-2099/people").body();

    assertThat(page)
        .contains(
            "Function: controller",
            "Location: Nowhere; Employment: never",
            "<td>3</td><td>1</td><td>0</td>",
            "Nobody is in the segment “Ghosts”.",
            "some people are in none of them: 2.",
            "catches up alone",
            "keeps seats and courses for 2 working days");
    assertThat(manager.get("/campaigns/segments-2099").body())
        .contains("/campaigns/segments-2099/people");
  }

  @Test
  void tells_no_small_number_to_whoever_may_not_see_people() {
    String page = council.get("/campaigns/segments-2099/people").body();

    assertThat(page)
        .contains("<td>fewer than 5</td><td>fewer than 5</td><td>fewer than 5</td>")
        .contains("some people are in none of them: fewer than 5.");
  }

  @Test
  void stands_in_the_register_by_what_decides_it() {
    assertThat(council.get("/campaigns/segments-2099/consultation").body())
        .contains("Who belongs to a segment: Employment, Function, Location");
  }

  @Test
  void tells_what_would_become_of_somebody_today_and_who_offered_to_help() {
    String path = "/campaigns/" + SmallTown.CAMPAIGN + "/people";
    town.send(new OfferHelp(SmallTown.ROLLOUT, SmallTown.EVA, town.now()));

    assertThat(manager.get(path).body())
        .contains("If it were today", "Financiën", "Who joins gets", "Eva Smith")
        .contains("gives back seats and courses at once.");
    assertThat(council.get(path).body()).contains("Champion").doesNotContain("Eva Smith");
  }

  @Test
  void is_for_no_stranger_to_see() {
    assertThat(new Visitor(UITROL).get("/campaigns/segments-2099/people").statusCode())
        .isEqualTo(302);
    assertThat(manager.get("/campaigns/none/people").statusCode()).isEqualTo(404);
  }
}
