package org.uitrol.adapters.web.consultation;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.MeasureWords;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Consultations;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.Measure.Growth;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.campaign.consultation.Register.Addition;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.Text;

/** The register of what a plan collects about people, and what the works council says of it. */
@Controller
class ConsultationPages {

  private final CampaignStore campaigns;
  private final Consultations consultations;
  private final Plans plans;
  private final Orders orders;
  private final Names names;
  private final MeasureWords measures;
  private final Words words;

  ConsultationPages(
      CampaignStore campaigns,
      Consultations consultations,
      Plans plans,
      Orders orders,
      Names names,
      MeasureWords measures,
      Words words) {
    this.campaigns = campaigns;
    this.consultations = consultations;
    this.plans = plans;
    this.orders = orders;
    this.names = names;
    this.measures = measures;
    this.words = words;
  }

  /**
   * An entry of the register, in words.
   *
   * @param what is collected
   * @param growth in what way it goes further than what was agreed; empty when it doesn't
   */
  record Entry(
      Measure measure,
      String title,
      String what,
      String why,
      String basis,
      int months,
      String growth) {}

  /**
   * One of the questions that everybody asks.
   *
   * @param answer empty when there is none
   * @param typed by language, for the form
   */
  record Question(
      Disclosure question,
      String asked,
      String answer,
      boolean inPlan,
      Map<String, String> typed) {}

  /** A condition of the works council. */
  record Condition(int number, String text, boolean met) {}

  /** Something that was said, with who said it. */
  record Said(Instant at, String who, String what, String more) {}

  @GetMapping("/campaigns/{campaign}/consultation")
  String consultation(
      @PathVariable String campaign, @AuthenticationPrincipal ConsoleUser user, Model model) {
    show(find(campaign), user, model);
    model.addAttribute("opinion", "");
    model.addAttribute("conditionsTyped", "");
    model.addAttribute("remark", "");
    return "consultation/consultation";
  }

  @PostMapping("/campaigns/{campaign}/consultation/opinion")
  ModelAndView opinion(
      @PathVariable String campaign,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String opinion,
      @RequestParam(defaultValue = "") String conditions,
      @RequestParam(defaultValue = "") String remark,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    List<String> lines =
        conditions.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<Opinion> chosen =
        Arrays.stream(Opinion.values()).filter(one -> one.name().equals(opinion)).findFirst();
    model.addAttribute("opinion", opinion);
    model.addAttribute("conditionsTyped", conditions);
    model.addAttribute("remark", remark);
    if (chosen.isEmpty()) {
      return refused(row, user, model, words.say("consultation.choose"));
    }
    return decide(
        row,
        user,
        model,
        next,
        at ->
            new GiveOpinion(
                row.campaign(), version, chosen.get(), lines, remark.strip(), user.id(), at),
        "consultation.done.opinion");
  }

  @PostMapping("/campaigns/{campaign}/consultation/conditions/{condition}")
  ModelAndView accept(
      @PathVariable String campaign,
      @PathVariable int condition,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    return decide(
        row,
        user,
        model,
        next,
        at -> new AcceptCondition(row.campaign(), version, condition, note.strip(), user.id(), at),
        "consultation.done.condition");
  }

  @PostMapping("/campaigns/{campaign}/consultation/set-aside")
  ModelAndView setAside(
      @PathVariable String campaign,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    return decide(
        row,
        user,
        model,
        next,
        at -> new SetAdviceAside(row.campaign(), version, reason.strip(), user.id(), at),
        "consultation.done.aside");
  }

  @PostMapping("/campaigns/{campaign}/consultation/forgo-suspension")
  ModelAndView forgoSuspension(
      @PathVariable String campaign,
      @RequestParam int version,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    return decide(
        row,
        user,
        model,
        next,
        at -> new ForgoSuspension(row.campaign(), version, user.id(), at),
        "consultation.done.forgone");
  }

  /** Each language of the plan has a field {@code answer.<language>}; the first must be filled. */
  @PostMapping("/campaigns/{campaign}/consultation/answers/{question}")
  ModelAndView answer(
      @PathVariable String campaign,
      @PathVariable String question,
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    CampaignRow row = find(campaign);
    Disclosure asked =
        Arrays.stream(Disclosure.values())
            .filter(one -> one.slug().equals(question))
            .findFirst()
            .orElseThrow(NotFound::new);
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : plan(row).languages()) {
      String typed = fields.getOrDefault("answer." + language, "").strip();
      if (!typed.isEmpty()) {
        texts.put(language, typed);
      }
    }
    model.addAttribute("typed", Map.of(asked, fields));
    if (!texts.containsKey(plan(row).languages().get(0))) {
      return refused(row, user, model, words.say("consultation.answerFirst"));
    }
    return decide(
        row,
        user,
        model,
        next,
        at -> new AnswerQuestion(row.campaign(), asked, new Text(texts), user.id(), at),
        "consultation.done.answer");
  }

  private ModelAndView decide(
      CampaignRow row,
      ConsoleUser user,
      Model model,
      RedirectAttributes next,
      Function<Instant, ? extends Command> order,
      String done) {
    try {
      orders.send(user, order);
    } catch (Rejected refused) {
      return refused(row, user, model, words.rejected(refused));
    }
    Done.say(next, words.say(done));
    return new ModelAndView("redirect:/campaigns/" + row.campaign() + "/consultation");
  }

  private ModelAndView refused(CampaignRow row, ConsoleUser user, Model model, String why) {
    model.addAttribute("refused", why);
    show(row, user, model);
    for (String typed : List.of("opinion", "conditionsTyped", "remark")) {
      if (!model.containsAttribute(typed)) {
        model.addAttribute(typed, "");
      }
    }
    return new ModelAndView(
        "consultation/consultation", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(CampaignRow row, ConsoleUser user, Model model) {
    Plan plan = plan(row);
    Optional<Consultation> consultation = consultations.find(row.campaign());
    ConsultationRule rule = plan.governance().consultation();
    boolean asked = consultation.isPresent() && consultation.get().version() == row.newestVersion();
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("version", row.newestVersion());
    model.addAttribute("rule", rule);
    model.addAttribute("asked", asked);
    model.addAttribute("settled", asked && consultation.get().isSettled());
    model.addAttribute("entries", entries(plan, rule, consultation));
    model.addAttribute("questions", questions(row, plan, model));
    model.addAttribute("languages", plan.languages());
    model.addAttribute("heldUntil", asked ? consultation.get().heldUntil() : null);
    model.addAttribute("conditions", asked ? conditions(consultation.get()) : List.of());
    model.addAttribute("said", said(row.campaign()));
    model.addAttribute("opinions", Opinion.values());
    model.addAttribute("council", user.is(Role.WORKS_COUNCIL) && asked);
    model.addAttribute("manager", user.is(Role.CHANGE_MANAGER));
    model.addAttribute(
        "canSetAside",
        user.is(Role.CHANGE_MANAGER)
            && asked
            && consultation.get().rule().needs() == Needs.ADVICE
            && consultation.get().opinion() != null
            && !consultation.get().setAside()
            && !consultation.get().isSettled());
  }

  private List<Entry> entries(
      Plan plan, @Nullable ConsultationRule rule, Optional<Consultation> consultation) {
    Register register = Register.of(plan);
    List<Measure> agreed = consultation.map(Consultation::agreed).orElse(List.of());
    Map<Measure, Set<Growth>> growth =
        rule == null
            ? Map.of()
            : register.beyond(agreed).stream()
                .collect(Collectors.toMap(Addition::measure, Addition::growth));
    return register.measures().stream()
        .map(measure -> entry(measure, plan, growth.getOrDefault(measure, Set.of())))
        .toList();
  }

  private Entry entry(Measure measure, Plan plan, Set<Growth> growth) {
    return new Entry(
        measure,
        measures.title(measure, plan),
        measures.what(measure),
        measures.why(measure),
        words.of(measure.rule().basis()),
        measure.rule().keep(),
        growth.stream().map(words::of).collect(Collectors.joining(", ")));
  }

  private List<Question> questions(CampaignRow row, Plan plan, Model model) {
    Map<Disclosure, Text> answers = plan.governance().answersWith(row.answers());
    Object typed = model.getAttribute("typed");
    return Arrays.stream(Disclosure.values())
        .map(
            one ->
                new Question(
                    one,
                    words.say("disclosure." + one.key()),
                    words.text(answers.get(one)),
                    plan.governance().answers().containsKey(one),
                    typed(one, answers.get(one), plan, typed)))
        .toList();
  }

  private static Map<String, String> typed(
      Disclosure question, @Nullable Text answer, Plan plan, @Nullable Object typed) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String language : plan.languages()) {
      String value = answer == null ? "" : answer.in().getOrDefault(language, "");
      if (typed instanceof Map<?, ?> forms && forms.get(question) instanceof Map<?, ?> form) {
        Object again = form.get("answer." + language);
        value = again == null ? "" : again.toString();
      }
      all.put(language, value);
    }
    return all;
  }

  private static List<Condition> conditions(Consultation consultation) {
    return IntStream.rangeClosed(1, consultation.conditions().size())
        .mapToObj(
            number ->
                new Condition(
                    number,
                    consultation.conditions().get(number - 1),
                    consultation.met().contains(number)))
        .toList();
  }

  private List<Said> said(CampaignId campaign) {
    return consultations.history(campaign).stream().flatMap(event -> said(event).stream()).toList();
  }

  private Optional<Said> said(ConsultationEvent event) {
    if (event instanceof OpinionGiven given) {
      return Optional.of(
          new Said(
              given.at(),
              names.account(given.by()),
              words.say("consultation.said.opinion", given.version(), words.of(given.opinion())),
              given.remark()));
    } else if (event instanceof ConditionMet met) {
      return Optional.of(
          new Said(
              met.at(),
              names.account(met.by()),
              words.say("consultation.said.condition", met.version(), met.condition()),
              met.note()));
    } else if (event instanceof AdviceSetAside aside) {
      return Optional.of(
          new Said(
              aside.at(),
              names.account(aside.by()),
              words.say("consultation.said.aside", aside.version()),
              aside.reason()));
    } else if (event instanceof SuspensionEnded ended && ended.by() != null) {
      return Optional.of(
          new Said(
              ended.at(),
              names.account(ended.by()),
              words.say("consultation.said.forgone", ended.version()),
              ""));
    }
    return Optional.empty();
  }

  /** The version that is looked at: the amendment while there is one, else the plan. */
  private Plan plan(CampaignRow row) {
    return plans.plan(row.campaign(), row.newestVersion());
  }

  private CampaignRow find(String campaign) {
    return campaigns.find(new CampaignId(campaign)).orElseThrow(NotFound::new);
  }
}
