package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.support.RunningApplication;

/** A campaign from its first plan to an amendment that is in force, as managers see it. */
@TestMethodOrder(OrderAnnotation.class)
class AnAmendmentOnPages {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/campaigns/tools-2027";
  static final String PLAN =
      """
      uitrol: 1
      campaign: tools-2027
      title: { nl: Hulpmiddelen, en: Tools }
      tool: Some tool
      ai: generative
      languages: [en, nl]
      calendar: { zone: Europe/Amsterdam, country: NL, days: [mon, tue, wed, thu, fri], hours: "09:00-17:00" }
      owner: eva@town.example
      waves:
        - { name: pilot, start: 2099-01-12, departments: [finance] }
      stages:
        - stage: announce
          activities:
            - { id: news, announcement: why }
            - { id: readiness, survey: readiness, open: 8 working days }
          gate: { needs: ["responses.rate >= 0.4"], least: 10 working days }
        - stage: go-live
          activities:
            - { id: live, announcement: why }
      mails:
        why: { subject: { en: Why, nl: Waarom }, body: { en: Because, nl: Daarom } }
      surveys:
        readiness:
          title: { en: How ready are you, nl: Hoe klaar ben je }
          questions:
            - { id: desire, scale: 5, ask: { en: I want it, nl: Ik wil het }, readiness: true }
      consultation: { body: Works council, needs: consent, before: announce }
      """;

  private static Visitor manager;
  private static Visitor second;
  private static Visitor council;
  private static SmallTown town;

  @BeforeAll
  static void a_plan_is_drafted() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    second = Visitor.signedIn(UITROL, "second", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    draft(PLAN);
  }

  @Test
  @Order(1)
  void the_works_council_reads_every_measure_when_the_plan_is_submitted() {
    assertThat(council.get(PAGE + "/consultation").body())
        .contains("Answers without names: How ready are you", "is asked when the plan is submitted")
        .doesNotContain("opinion-AGREES");

    step(manager, "submit", "");

    assertThat(council.get("/").body()).contains("Read the register of Tools");
    assertThat(council.get(PAGE + "/consultation").body()).contains("opinion-AGREES");
  }

  @Test
  @Order(2)
  void agrees_on_conditions_and_finds_them_met() {
    HttpResponse<String> nothing = opinion("AGREES_ON_CONDITIONS", "", "Careful");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Write one condition on a line", ">Careful</textarea>");
    assertThat(opinion("AGREES_ON_CONDITIONS", "No names\nDelete after a year\n", "").statusCode())
        .isEqualTo(302);
    town.settle();
    assertThat(council.get(PAGE + "/consultation").body())
        .contains("No names", "Delete after a year", "has to have its say");

    for (int number = 1; number <= 2; number++) {
      assertThat(
              council
                  .post(
                      PAGE + "/consultation/conditions/" + number,
                      Map.of("version", "1", "note", "Seen"))
                  .statusCode())
          .isEqualTo(302);
    }
    town.settle();
    assertThat(council.get(PAGE + "/consultation").body()).contains("has had its say");
  }

  @Test
  @Order(3)
  void nobody_else_speaks_for_it() {
    Map<String, String> fields = Map.of("version", "1", "opinion", "AGREES");
    assertThat(manager.post(PAGE + "/consultation/opinion", fields).statusCode()).isEqualTo(403);
    assertThat(
            council
                .post(PAGE + "/consultation/answers/data-used", Map.of("answer.en", "x"))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  @Order(4)
  void the_three_questions_are_answered_by_a_manager() {
    HttpResponse<String> empty =
        manager.post(PAGE + "/consultation/answers/data-used", Map.of("answer.nl", "Mail"));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("first language", ">Mail</textarea>");
    assertThat(
            manager
                .post(
                    PAGE + "/consultation/answers/data-used",
                    Map.of("answer.en", SmallTown.HOSTILE_NAME, "answer.nl", "Mail"))
                .statusCode())
        .isEqualTo(302);
    town.settle();
    assertThat(manager.get(PAGE + "/consultation").body())
        .contains("&lt;h1&gt;J&lt;/h1&gt; ${7*7} [[${7*7}]] {{x}}")
        .doesNotContain("<h1>J</h1>");
  }

  @Test
  @Order(5)
  void an_amendment_shows_first_what_it_will_change() {
    step(second, "approve", "");
    step(second, "launch", "");
    draft(
        PLAN.replace("least: 10 working days", "least: 5 working days")
            .replace("ask: { en: I want it,", "ask: { en: I want it badly,"));

    assertThat(manager.get(PAGE).body()).contains("Version 2 of the plan isn’t in force yet");
    String amendment = manager.get(PAGE + "/amendment").body();
    assertThat(amendment)
        .contains(
            "stage “Announce” › gate › at least",
            "10 working days",
            "5 working days",
            "survey “readiness” › question “desire” › question › English",
            "Financiën",
            "otherwise: readiness",
            "another gate: Announce",
            "takes no measure beyond what was agreed");
    assertThat(manager.get(PAGE + "/versions/2/changes").body()).contains("I want it badly");
  }

  @Test
  @Order(6)
  void and_is_approved_by_somebody_else_before_it_counts() {
    step(manager, "submit", "");
    assertThat(manager.get(PAGE + "/amendment").body()).doesNotContain("/steps/approve");
    HttpResponse<String> own = manager.post(PAGE + "/steps/approve", Map.of());
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(second.get("/").body()).contains("Look at the amendment of Tools");
    step(second, "approve", "");
    step(second, "amend", "");

    assertThat(manager.get(PAGE).body()).contains("version 2").doesNotContain("isn’t in force yet");
    assertThat(manager.get(PAGE + "/amendment").statusCode()).isEqualTo(404);
    assertThat(manager.get("/history?name=campaign.amended").body())
        .contains("is in force from now on");
  }

  private static void draft(String plan) {
    HttpResponse<String> taken = manager.post("/campaigns", Map.of("plan", plan, "then", "draft"));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    town.settle();
  }

  private static void step(Visitor visitor, String step, String reason) {
    assertThat(visitor.post(PAGE + "/steps/" + step, Map.of("reason", reason)).statusCode())
        .as(step)
        .isEqualTo(302);
    town.settle();
  }

  private static HttpResponse<String> opinion(String opinion, String conditions, String remark) {
    return council.post(
        PAGE + "/consultation/opinion",
        Map.of("version", "1", "opinion", opinion, "conditions", conditions, "remark", remark));
  }
}
