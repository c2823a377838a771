package org.uitrol.adapters.web.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.support.RunningApplication;

class AGateThatCannotOpen {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/rollouts/" + SmallTown.ROLLOUT;
  private static final String RATE = "responses.rate >= 0.5";

  private static SmallTown town;

  @BeforeAll
  static void a_department_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void is_helped_by_a_manager_who_answers_for_it() {
    Visitor manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    assertThat(manager.get(PAGE).body())
        .contains("/waive?stage=ANNOUNCE&amp;condition=responses.rate");
    String form = PAGE + "/waive?stage=ANNOUNCE&condition=responses.rate%20%3E%3D%200.5";
    assertThat(manager.get(form).body()).contains("responses.rate &gt;= 0.5");

    HttpResponse<String> unsaid = manager.post(PAGE + "/waive", fields(RATE, " "));
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body())
        .containsPattern("id=\"reason-problem\"[^>]*>Say why")
        .containsPattern("<textarea[^>]*aria-invalid=\"true\"")
        .containsPattern("<textarea[^>]*aria-describedby=\"reason-problem reason-hint\"");
    HttpResponse<String> unknown =
        manager.post(PAGE + "/waive", fields("responses.rate >= 0.1", "Three people only"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("The gate doesn’t ask for", "Three people only");

    assertThat(manager.post(PAGE + "/waive", fields(RATE, "Three people only")).statusCode())
        .isEqualTo(302);
    town.settle();
    assertThat(manager.get(PAGE).body())
        .contains("waived by manager: Three people only")
        .doesNotContain("/waive?");
    assertThat(manager.get("/history?name=gate.condition-waived").body())
        .contains("need not hold", "Three people only");
  }

  @Test
  void is_not_for_others_to_help() {
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get(PAGE).body()).doesNotContain("/waive?");
    assertThat(council.post(PAGE + "/waive", fields(RATE, "No")).statusCode()).isEqualTo(403);
  }

  private static Map<String, String> fields(String condition, String reason) {
    return Map.of("stage", "ANNOUNCE", "condition", condition, "reason", reason);
  }
}
