package org.uitrol.adapters.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.files.templates.TemplateLibrary;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.campaign.PlanSources;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.campaign.Plans;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.support.RunningApplication;

class DesigningASurvey {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final CampaignId CAMPAIGN = new CampaignId("designed");
  private static final String PAGE = "/campaigns/designed/plan/surveys";
  private static final Pattern FIELD =
      Pattern.compile(
          "<input[^>]*?name=\"([^\"]+)\"[^>]*>|<textarea[^>]*name=\"([^\"]+)\"[^>]*>([^<]*)<|"
              + "<select[^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>",
          Pattern.DOTALL);

  private static SmallTown town;
  private static Visitor manager;

  @BeforeAll
  static void a_plan_is_drafted_from_a_template() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    Matcher plan =
        Pattern.compile("<textarea[^>]*id=\"plan\"[^>]*>(.*?)</textarea>", Pattern.DOTALL)
            .matcher(manager.get("/campaigns/templates/copilot/care").body());
    assertThat(plan.find()).isTrue();
    String source =
        HtmlUtils.htmlUnescape(plan.group(1))
            .replace(TemplateLibrary.NO_OWNER_YET, "eva@town.example")
            .replaceFirst("\ncampaign: [a-z0-9-]+", "\ncampaign: designed");
    assertThat(manager.post("/campaigns", Map.of("plan", source)).statusCode()).isEqualTo(302);
    town.settle();
  }

  @Test
  void is_found_from_the_campaign_and_for_managers_only() {
    assertThat(manager.get("/campaigns/designed").body()).contains("href=\"" + PAGE + "\"");
    assertThat(manager.get(PAGE).body())
        .contains("How do you feel about", PAGE + "/readiness", PAGE + "/looking-back");
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    assertThat(council.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(council.get(PAGE + "/readiness").statusCode()).isEqualTo(403);
    assertThat(manager.get(PAGE + "/No%20key").statusCode()).isEqualTo(404);
    assertThat(manager.get("/campaigns/none/plan/surveys").statusCode()).isEqualTo(404);
    assertThat(manager.get(PAGE + "?name=My%20Survey").headers().firstValue("Location"))
        .hasValueSatisfying(place -> assertThat(place).endsWith(PAGE + "/my-survey"));
    assertThat(manager.get(PAGE + "?name=%21").body()).contains("Use letters or digits.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"readiness", "readiness-again", "looking-back"})
  void without_a_change_gives_the_same_plan(String survey) {
    int version = version();
    Map<String, String> fields = fields(manager.get(PAGE + "/" + survey).body());
    fields.put("then", "save");

    HttpResponse<String> saved = manager.post(PAGE + "/" + survey, fields);

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    assertThat(version()).isEqualTo(version);
    assertThat(manager.get(PAGE + "/" + survey).body()).contains("Nothing differs");
  }

  @Test
  void writes_the_next_version_in_which_nothing_else_differs() {
    Plan before = plan();
    String sourceBefore = UITROL.bean(PlanSources.class).text(CAMPAIGN, version());
    manager.get(PAGE + "/pulse");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("version", "" + version());
    fields.put("title.nl", "Hoe gaat het?");
    fields.put("title.en", "How is it going?");
    fields.put("enough", "80");
    fields.put("texts", "12");
    fields.put("q0.kind", "choice");
    fields.put("q0.ask.nl", "Gebruik je het al?");
    fields.put("q0.ask.en", "Do you use it already?");
    fields.put("q0.choices.nl", "Ja, vaak\r\nNee");
    fields.put("q0.choices.en", "Yes, often\nNo");
    fields.put("then", "add");
    String more = manager.post(PAGE + "/pulse", fields).body();
    assertThat(more).contains("Question 2", "Ja, vaak", "Gebruik je het al?");
    fields = fields(more);
    fields.put("q0.id", "useIt");
    fields.put("q1.kind", "several");
    fields.put("q1.ask.nl", "Wat <b>houdt</b> je ${7*7} tegen?");
    fields.put("q1.ask.en", "What holds you {{back}}?");
    fields.put("q1.choices.nl", "Tijd\nGeen zin");
    fields.put("q1.choices.en", "Time\nNo wish");
    fields.put("q1.onlyQuestion", "useIt");
    fields.put("q1.onlyAnswers", "nee");
    fields.put("then", "ready");
    fields.put("ready", "jobWorry");
    fields = fields(manager.post(PAGE + "/pulse", fields).body());
    assertThat(fields).containsEntry("q2.id", "jobWorry").containsEntry("q2.cause", "job-worry");
    fields.put("then", "up.2");
    fields = fields(manager.post(PAGE + "/pulse", fields).body());
    assertThat(fields).containsEntry("q1.id", "jobWorry");
    fields.put("then", "save");

    HttpResponse<String> saved = manager.post(PAGE + "/pulse", fields);

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    SurveyPlan pulse = Objects.requireNonNull(plan().surveys().get("pulse"));
    assertThat(pulse.enough()).isEqualTo(80);
    assertThat(pulse.textsFrom()).isEqualTo(12);
    assertThat(pulse.questions())
        .extracting(Question::kind)
        .containsExactly(Kind.CHOICE, Kind.SCALE, Kind.SEVERAL);
    assertThat(pulse.questions().get(0).choices())
        .extracting(Choice::id)
        .containsExactly("ja-vaak", "nee");
    assertThat(pulse.questions().get(1).grid()).isNotNull();
    assertThat(pulse.questions().get(2))
        .satisfies(
            several -> {
              assertThat(several.id()).isEqualTo("watBHoudt");
              assertThat(several.ask().in("nl")).isEqualTo("Wat <b>houdt</b> je ${7*7} tegen?");
              assertThat(Objects.requireNonNull(several.only()).given()).containsExactly("nee");
            });
    assertThat(plan().withSurveys(before.surveys())).isEqualTo(before);
    String source = UITROL.bean(PlanSources.class).text(CAMPAIGN, version());
    assertThat(source.lines().filter(line -> line.startsWith("#")))
        .containsExactlyElementsOf(
            sourceBefore.lines().filter(line -> line.startsWith("#")).toList());
    String page = manager.get(PAGE + "/pulse").body();
    assertThat(page).contains("Wat &lt;b&gt;houdt&lt;/b&gt; je ${7*7} tegen?");

    // An answer that is reworded and moved is still the same answer.
    fields = fields(page);
    fields.put("q0.choices.nl", "Soms\nNee\nJa, vaak");
    fields.put("q0.choices.en", "Sometimes\nNo\nYes, often");
    fields.put("then", "save");
    assertThat(manager.post(PAGE + "/pulse", fields).statusCode()).isEqualTo(302);
    assertThat(Objects.requireNonNull(plan().surveys().get("pulse")).questions().get(0).choices())
        .extracting(Choice::id)
        .containsExactly("soms", "nee", "ja-vaak");
  }

  @Test
  void can_take_every_ready_question_as_it_is() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("version", "" + version());
    fields.put("title.nl", "Alles");
    fields.put("title.en", "Everything");
    fields.put("texts", "10");
    String page = manager.get(PAGE + "/everything").body();
    List<String> ready =
        Pattern.compile("name=\"ready\" value=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(ready).hasSizeGreaterThan(12);
    for (String one : ready) {
      fields.put("then", "ready");
      fields.put("ready", one);
      fields = fields(manager.post(PAGE + "/everything", fields).body());
    }
    fields.put("then", "save");

    HttpResponse<String> saved = manager.post(PAGE + "/everything", fields);

    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(302);
    assertThat(Objects.requireNonNull(plan().surveys().get("everything")).questions())
        .extracting(Question::id)
        .containsExactlyElementsOf(ready);
  }

  @Test
  void says_at_which_question_something_is_wrong_and_loses_nothing() {
    int version = version();
    Map<String, String> fields = fields(manager.get(PAGE + "/looking-back").body());
    fields.put("q0.ask.nl", "");
    fields.put("q1.points", "eleven");
    fields.put("enough", "5");
    fields.put("then", "save");

    HttpResponse<String> refused = manager.post(PAGE + "/looking-back", fields);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("href=\"#question-0\"", "href=\"#question-1\"", "id=\"q1-problems\"")
        .contains("expected a whole number from 2 to 10", "expected a share from 10% to 100%")
        .contains("value=\"eleven\"");
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void does_not_write_over_what_somebody_else_saved_meanwhile() {
    Map<String, String> fields = fields(manager.get(PAGE + "/looking-back").body());
    fields.put("version", "0");
    fields.put("title.en", "Mine");
    fields.put("then", "save");

    HttpResponse<String> refused = manager.post(PAGE + "/looking-back", fields);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("The plan was changed meanwhile", "value=\"Mine\"");
    fields = fields(refused.body());
    fields.put("then", "save");
    assertThat(manager.post(PAGE + "/looking-back", fields).statusCode()).isEqualTo(302);
    assertThat(Objects.requireNonNull(plan().surveys().get("looking-back")).title().in("en"))
        .isEqualTo("Mine");
  }

  private static int version() {
    town.settle();
    return UITROL
        .jdbc()
        .sql("select max(version) from plan_source where campaign_id = 'designed'")
        .query(Integer.class)
        .single();
  }

  private static Plan plan() {
    return UITROL.bean(Plans.class).plan(CAMPAIGN, version());
  }

  /** What the form of a page would send. */
  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher found = FIELD.matcher(page.substring(page.indexOf("name=\"version\"") - 40));
    while (found.find()) {
      String whole = found.group();
      if (found.group(1) != null) {
        boolean box = whole.contains("type=\"checkbox\"");
        if (!box || whole.contains("checked")) {
          fields.put(found.group(1), value(whole));
        }
      } else if (found.group(2) != null) {
        fields.put(found.group(2), HtmlUtils.htmlUnescape(found.group(3)));
      } else {
        String options = found.group(5);
        for (String option : List.of(options.split("<option", -1))) {
          if (option.contains("selected")) {
            fields.put(found.group(4), value(option));
          }
        }
        fields.putIfAbsent(found.group(4), "");
      }
    }
    fields.remove("_csrf");
    return fields;
  }

  private static String value(String tag) {
    Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(tag);
    return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
  }
}
