package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.util.HtmlUtils;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.files.templates.TemplateLibrary;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.support.RunningApplication;

class ACampaignFromATemplate {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Pattern PLAN =
      Pattern.compile("<textarea[^>]*id=\"plan\"[^>]*>(.*?)</textarea>", Pattern.DOTALL);

  private static SmallTown town;
  private static Visitor manager;

  @BeforeAll
  static void a_manager_signs_in() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @Test
  void is_found_from_the_campaigns_and_from_an_empty_plan() {
    assertThat(manager.get("/campaigns").body()).contains("href=\"/campaigns/templates\"");
    assertThat(manager.get("/campaigns/new").body()).contains("href=\"/campaigns/templates\"");
    String list = manager.get("/campaigns/templates").body();
    assertThat(Pattern.compile("href=\"/campaigns/templates/[a-z-]+/[a-z]+\"").matcher(list))
        .satisfies(links -> assertThat(links.results().distinct().count()).isEqualTo(18));
    assertThat(list).contains("discharge letters", "KYC file", "handover for the next shift");
  }

  @Test
  void is_changed_and_drafted() {
    String page = manager.get("/campaigns/templates/copilot/care").body();
    assertThat(page).contains("This is the example: Microsoft 365 Copilot, Care");
    String plan = planOf(page);

    HttpResponse<String> untouched = draft(plan);
    assertThat(untouched.statusCode()).isEqualTo(422);
    assertThat(untouched.body()).contains("One mistake", TemplateLibrary.NO_OWNER_YET);

    HttpResponse<String> taken =
        draft(
            plan.replace(TemplateLibrary.NO_OWNER_YET, "eva@town.example")
                .replaceFirst("\ncampaign: [a-z0-9-]+", "\ncampaign: our-copilot")
                .replace("en: \"Copilot for care\"", "en: \"Copilot for our clinic\""));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(302);
    town.settle();

    assertThat(manager.get("/campaigns/our-copilot").body()).contains("Copilot for our clinic");
    assertThat(planOf(manager.get("/campaigns/our-copilot/plan").body()))
        .contains("# [1]", "owner: \"eva@town.example\"");
  }

  @Test
  void may_begin_with_a_share_of_the_people_which_pages_tell_in_words() {
    String plan =
        planOf(manager.get("/campaigns/templates/copilot/care").body())
            .replace(TemplateLibrary.NO_OWNER_YET, "eva@town.example")
            .replaceFirst("\ncampaign: [a-z0-9-]+", "\ncampaign: by-share")
            .replaceFirst(
                "(?s)\nwaves:.*?\nstages:",
                """

                waves:
                  - { name: pilot, start: "2027-01-11", departments: { share: 10% } }
                  - name: rest
                    after: { wave: pilot, stage: demo, reached: 80%, plus: 5 working days }
                    departments: others
                stages:""");
    HttpResponse<String> first = draft(plan);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
    assertThat(draft(plan.replace("share: 10%", "share: 25%")).statusCode()).isEqualTo(302);
    town.settle();

    assertThat(manager.get("/campaigns/by-share").body())
        .contains("25% of the people in departments that no wave names", "all other departments")
        .contains("waits until 80% of the departments of wave pilot are in “Demo”")
        .contains("and 5 working days more");
    assertThat(manager.get("/campaigns/by-share/versions/2/changes").body())
        .contains("wave “pilot” › departments › share", ">10%<", ">25%<");
    assertThat(draft(plan.replace("{ share: 10% }", "[finance]")).statusCode()).isEqualTo(302);
    town.settle();
    assertThat(manager.get("/campaigns/by-share/versions/3/changes").body())
        .contains(">25% of the people in departments that no wave names<");
  }

  @Test
  void is_there_only_for_tools_and_sectors_that_are_known() {
    assertThat(manager.get("/campaigns/templates/copilot/mining").statusCode()).isEqualTo(404);
    assertThat(manager.get("/campaigns/templates/abacus/care").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> draft(String plan) {
    return manager.post("/campaigns", Map.of("plan", plan, "then", "draft"));
  }

  private static String planOf(String page) {
    Matcher found = PLAN.matcher(page);
    assertThat(found.find()).isTrue();
    return HtmlUtils.htmlUnescape(found.group(1));
  }
}
