package org.uitrol.adapters.web.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.adapters.files.campaign.SurveyInFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.campaign.PlanSources;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.adapters.web.campaign.PlanUpload.Outcome;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.Aspect;
import org.uitrol.domain.survey.Cause;
import org.uitrol.domain.survey.SurveyPlan;

/**
 * Surveys are designed here, as part of a plan: what is saved is the next version of the plan, in
 * which nothing but this survey differs, and goes the same way as one that was written by hand.
 */
@Controller
class SurveyDesignPages {

  private static final String LIST = "/campaigns/{campaign}/plan/surveys";

  private final CampaignStore campaigns;
  private final Plans plans;
  private final PlanSources sources;
  private final PlanUpload upload;
  private final ReadyQuestions ready;
  private final Orders orders;
  private final Words words;

  SurveyDesignPages(
      CampaignStore campaigns,
      Plans plans,
      PlanSources sources,
      PlanUpload upload,
      ReadyQuestions ready,
      Orders orders,
      Words words) {
    this.campaigns = campaigns;
    this.plans = plans;
    this.sources = sources;
    this.upload = upload;
    this.ready = ready;
    this.orders = orders;
    this.words = words;
  }

  /** A survey of the plan. */
  record Listed(String key, String title, int questions) {}

  /** The surveys of the latest version of the plan. */
  @GetMapping(LIST)
  String list(
      @PathVariable CampaignId campaign,
      @RequestParam(required = false) @Nullable String name,
      Model model) {
    if (name != null && !Slug.of(name).isEmpty()) {
      return "redirect:/campaigns/" + campaign + "/plan/surveys/" + Slug.of(name);
    }
    Plan plan = latest(campaign, model);
    List<Listed> listed = new ArrayList<>();
    plan.surveys()
        .forEach(
            (key, survey) ->
                listed.add(new Listed(key, words.text(survey.title()), survey.questions().size())));
    model.addAttribute("surveys", listed);
    model.addAttribute("unnamed", name != null);
    return "survey/designs";
  }

  @GetMapping(LIST + "/{survey}")
  String design(@PathVariable CampaignId campaign, @PathVariable String survey, Model model) {
    Plan plan = latest(campaign, model);
    SurveyPlan known = plan.surveys().get(checked(survey));
    SurveyForm form =
        known == null ? SurveyForm.blank(plan.languages()) : SurveyForm.of(known, plan.languages());
    show(survey, form, newest(model), List.of(), model);
    return "survey/design";
  }

  /**
   * Saves, or does one step of designing, after which all is still there that was typed.
   *
   * @param version of the plan that the designer began with
   */
  @PostMapping(LIST + "/{survey}")
  ModelAndView step(
      @PathVariable CampaignId campaign,
      @PathVariable String survey,
      @RequestParam(defaultValue = "save") String then,
      @RequestParam(defaultValue = "0") int version,
      @AuthenticationPrincipal ConsoleUser user,
      HttpServletRequest request,
      Model model,
      RedirectAttributes next) {
    Plan plan = latest(campaign, model);
    SurveyForm typed = SurveyForm.read(request::getParameter, plan.languages());
    String key = checked(survey);
    if (then.startsWith("ready")) {
      typed = ready.add(typed, request.getParameterValues("ready"));
    }
    if (!then.equals("save")) {
      show(key, typed.after(then), version, List.of(), model);
      return new ModelAndView("survey/design", model.asMap());
    }
    SurveyForm form = typed.named();
    if (version != newest(model)) {
      model.addAttribute("refused", words.say("design.changed", newest(model)));
      show(key, form, newest(model), List.of(), model);
      return new ModelAndView("survey/design", model.asMap(), HttpStatus.CONFLICT);
    }
    try {
      String source = sources.text(campaign, version);
      Outcome outcome =
          SurveyInFile.put(source, key, form.written())
              .map(file -> upload.draft("campaign.yaml", file, user.id()))
              .orElse(null);
      if (outcome != null && outcome.isGood()) {
        orders.settle();
        Done.say(
            next,
            words.say(
                outcome.version() == version ? "design.same" : "design.saved", outcome.version()));
        return new ModelAndView("redirect:/campaigns/" + campaign + "/plan/surveys/" + key);
      }
      if (outcome == null) {
        model.addAttribute("refused", words.say("design.flow"));
      }
      show(key, form, version, outcome == null ? List.of() : outcome.problems(), model);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(key, form, version, List.of(), model);
    }
    return new ModelAndView("survey/design", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String checked(String survey) {
    if (survey.length() > Ids.LONGEST_SLUG || !Ids.SLUG.matcher(survey).matches()) {
      throw new NotFound();
    }
    return survey;
  }

  private Plan latest(CampaignId campaign, Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("newest", row.newestVersion());
    return plans.plan(campaign, row.newestVersion());
  }

  private static int newest(Model model) {
    return (int) Objects.requireNonNull(model.getAttribute("newest"));
  }

  private void show(String key, SurveyForm form, int version, List<Problem> problems, Model model) {
    Map<Integer, List<Problem>> byQuestion = new TreeMap<>();
    List<Problem> others = new ArrayList<>();
    String own = "surveys." + key + ".";
    for (Problem problem : problems) {
      Integer at =
          problem.path().startsWith(own) ? form.at(problem.path().substring(own.length())) : null;
      if (at == null) {
        others.add(problem);
      } else {
        byQuestion.computeIfAbsent(at, none -> new ArrayList<>()).add(problem);
      }
    }
    Map<String, String> readiness = new LinkedHashMap<>();
    readiness.put("", words.say("design.none"));
    readiness.put("true", words.say("design.inGeneral"));
    for (Aspect one : Aspect.values()) {
      readiness.put(one.key(), words.of(one));
    }
    Map<String, String> causes = new LinkedHashMap<>();
    causes.put("", words.say("design.none"));
    for (Cause one : Cause.values()) {
      causes.put(one.key(), words.of(one));
    }
    Set<String> ids = new HashSet<>(form.questions().stream().map(QuestionForm::id).toList());
    model.addAttribute("survey", key);
    model.addAttribute("form", form);
    model.addAttribute("version", version);
    model.addAttribute("problems", byQuestion);
    model.addAttribute("others", others);
    model.addAttribute("kinds", QuestionForm.KINDS);
    model.addAttribute("readiness", readiness);
    model.addAttribute("causes", causes);
    model.addAttribute("ready", ready.without(ids));
    model.addAttribute("tongues", tongues(form.languages()));
    model.addAttribute("full", form.questions().size() >= SurveyForm.MOST_QUESTIONS);
  }

  /** What each language calls itself. */
  private static Map<String, String> tongues(List<String> languages) {
    Map<String, String> tongues = new HashMap<>();
    for (String tag : languages) {
      Locale locale = Locale.forLanguageTag(tag);
      tongues.put(tag, locale.getDisplayLanguage(locale));
    }
    return tongues;
  }
}
