package org.uitrol.adapters.web.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.files.UsageFile;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.adoption.UsageIntake;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;
import org.uitrol.support.RunningApplication;

class OnesUseOnRecord {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PAGE = "/people/sales-1/use";

  private static SmallTown town;
  private static UseTown uses;
  private static Visitor manager;

  @BeforeAll
  static void a_plan_says_so_and_the_works_council_has_consented() {
    town = new SmallTown(UITROL);
    town.begin();
    uses = UseTown.ofIndividuals(UITROL, town, Set.of(1));
    uses.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    LocalDate day = uses.yesterday();
    String report = UseTown.report(day, 12, 3, 1);
    UITROL
        .bean(UsageIntake.class)
        .take(
            UsageFile.read(report.getBytes(StandardCharsets.UTF_8), null),
            Actor.account(new AccountId("account-lms")));
    town.settle();
  }

  @Test
  void is_shown_to_whoever_leaves_word_and_to_nobody_else() {
    assertThat(manager.get("/people/sales-1").body()).contains("Look at it, on record");
    String closed = manager.get(PAGE).body();
    assertThat(closed).contains("Why do you look?").doesNotContain("There was use.");
    assertThat(manager.post(PAGE, Map.of("id", "look-0", "reason", "")).statusCode())
        .isEqualTo(422);
    assertThat(town.events(new UsageLookId("look-0"))).isZero();

    HttpResponse<String> looked = manager.post(PAGE, Map.of("id", "look-1", "reason", "COACHING"));
    assertThat(looked.statusCode()).isEqualTo(302);
    town.settle();
    assertThat(manager.get(PAGE + "?look=look-1").body())
        .contains("There was use.", "to offer coaching")
        .doesNotContain("Why do you look?");
    manager.post(PAGE, Map.of("id", "look-1", "reason", "COACHING"));
    assertThat(town.events(new UsageLookId("look-1"))).isEqualTo(1);

    Visitor other = Visitor.signedIn(UITROL, "other", Role.CHANGE_MANAGER);
    assertThat(other.get(PAGE + "?look=look-1").body())
        .contains("That look is over", "to offer coaching")
        .doesNotContain("There was use.");
    assertThat(manager.get("/people/sales-2/use?look=look-1").body())
        .contains("That look is over")
        .doesNotContain("There was use.");
    assertThat(manager.get("/history?name=usage.looked-at").body()).contains("to offer coaching");

    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(council.get("/campaigns/" + UseTown.CAMPAIGN + "/adoption").body())
        .contains("Looks at one person’s use", "to offer coaching");
    Visitor self = new Visitor(UITROL);
    String own = town.ownPage(new PersonId("sales-1"));
    assertThat(self.get(own).body())
        .containsAnyOf("Who looked at your use of the tool", "naar jouw gebruik");
    assertThat(self.get(own + "/data").body()).contains("looksAtUse");
  }

  @Test
  void is_not_shown_of_somebody_whose_plan_says_nothing() {
    assertThat(manager.get("/people/" + SmallTown.JAN + "/use").body())
        .contains("One person’s use isn’t looked at here");
    assertThat(
            manager
                .post(
                    "/people/" + SmallTown.JAN + "/use",
                    Map.of("id", "look-2", "reason", "LICENCE"))
                .statusCode())
        .isEqualTo(404);
    assertThat(manager.get("/people/nobody/use").statusCode()).isEqualTo(404);
  }
}
