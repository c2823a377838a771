package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.support.RunningApplication;

/** Who goes on against the works council waits a month, unless the council says otherwise. */
class AdviceThatIsSetAside {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/campaigns/tools-2027";
  private static final String COUNCIL_PAGE = PAGE + "/consultation";
  private static final String WAITS = "Nothing that needed the advice begins before";

  @Test
  void waits_until_the_month_is_over_or_the_council_lets_it_go() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    Visitor manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    String plan = AnAmendmentOnPages.PLAN.replace("needs: consent", "needs: advice");
    send(manager, "/campaigns", Map.of("plan", plan, "then", "draft"));
    town.settle();
    send(manager, PAGE + "/steps/submit", Map.of("reason", ""));
    town.settle();
    send(
        council,
        COUNCIL_PAGE + "/opinion",
        Map.of("version", "1", "opinion", "DISAGREES", "remark", "Too soon"));
    Map<String, String> version = Map.of("version", "1");
    assertThat(council.post(COUNCIL_PAGE + "/forgo-suspension", version).body())
        .contains("Nothing waits any more with version 1");

    send(
        manager,
        COUNCIL_PAGE + "/set-aside",
        Map.of("version", "1", "reason", "The old tool stops"));

    assertThat(manager.get(COUNCIL_PAGE).body())
        .contains(WAITS, "has to have its say", "The old tool stops")
        .doesNotContain("/forgo-suspension", "/set-aside");
    assertThat(manager.post(COUNCIL_PAGE + "/forgo-suspension", version).statusCode())
        .isEqualTo(403);
    assertThat(council.get(COUNCIL_PAGE).body()).contains(WAITS, "/forgo-suspension");

    send(council, COUNCIL_PAGE + "/forgo-suspension", version);

    assertThat(council.get(COUNCIL_PAGE).body())
        .contains("has had its say", "Version 1: need not wait any longer")
        .doesNotContain(WAITS);
    town.settle();
    assertThat(council.get("/history?name=consultation.suspension-ended").body())
        .contains("waits no longer");
  }

  private static void send(Visitor visitor, String path, Map<String, String> fields) {
    assertThat(visitor.post(path, fields).statusCode()).as(path).isEqualTo(302);
  }
}
