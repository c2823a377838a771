package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.story.Town.CAMPAIGN;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.web.campaign.PlanSources;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.application.simulation.Unknown;
import org.uitrol.application.simulation.WhatIf;
import org.uitrol.application.simulation.WhatIfs;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.support.Chromium;

/** The sample campaign as it runs in the real application, from its launch to its end. */
@Timeout(900)
class AYearUnderAnotherPlan {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;

  private static Town town;

  @BeforeAll
  static void a_campaign_runs_to_its_end() {
    town = Town.start(folder);
    town.launch();
    town.playToTheEnd();
    town.settle();
  }

  @AfterAll
  static void it_is_over() {
    town.close();
  }

  @Test
  void is_the_recorded_one_when_the_plan_is_the_same() {
    long events =
        town.jdbc().sql("select count(*) from domain_event_entry").query(Long.class).single();

    WhatIf found = replay(plan(source()));

    assertThat(found.events()).isGreaterThan(4000);
    assertThat(found.fidelity()).isEqualTo(new WhatIf.Fidelity(0, null, List.of()));
    assertThat(found.parting()).isNull();
    assertThat(found.unknown()).isEmpty();
    assertThat(found.departments()).hasSize(3).noneMatch(WhatIf.Department::differs);
    assertThat(
            town.jdbc().sql("select count(*) from domain_event_entry").query(Long.class).single())
        .isEqualTo(events);
  }

  @Test
  void is_another_one_under_a_stricter_gate() {
    WhatIf found = replay(plan(stricter()));

    assertThat(found.fidelity().isExact()).isTrue();
    assertThat(found.isTheSame()).isFalse();
    assertThat(found.departments()).anyMatch(WhatIf.Department::differs);
    assertThat(found.unknown()).extracting(Unknown::count).allMatch(count -> count > 0);
  }

  @Test
  void is_shown_side_by_side_to_a_manager_who_changes_the_plan_on_the_page() {
    Page page = CHROMIUM.window(new NewContextOptions().setLocale("en-GB"));
    town.logIn(page, "manager");
    page.navigate(town.address() + "/campaigns/" + CAMPAIGN);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What if the plan")).click();
    page.locator("#plan").fill(source().replace("campaign: ", "kampaign: "));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay")).click();
    assertThat(page.locator("[role=alert]").first().textContent()).contains("Nothing was kept");

    page.locator("#plan").fill(stricter());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay")).click();
    page.waitForSelector("#unknown-title");

    assertThat(page.locator("#sum-title").textContent()).contains("differ");
    assertThat(page.locator("main").textContent())
        .contains("is exactly the recorded one", "Under the other plan", "≠ different");
    assertThat(town.count("replay.asked")).isEqualTo(1);
    page.context().close();
  }

  private static WhatIf replay(Plan plan) {
    return town.bean(WhatIfs.class).compare(CAMPAIGN, plan, town.now(), percent -> {}, () -> false);
  }

  private static String source() {
    return town.bean(PlanSources.class).text(CAMPAIGN, town.campaign().version());
  }

  /** The first gate wants fifteen working days more than it did. */
  private static String stricter() {
    String source = source();
    String stricter = source.replaceFirst("least: 10 working days", "least: 25 working days");
    assertThat(stricter).isNotEqualTo(source);
    return stricter;
  }

  private static Plan plan(String source) {
    PlanUpload.Reading reading = town.bean(PlanUpload.class).readOnly("campaign.yaml", source);
    assertThat(reading.plan()).as(reading.problems().toString()).isNotNull();
    return reading.plan();
  }
}
