package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.adapters.web.shared.UpToDate;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Asked;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.Rejected;

/**
 * Where somebody asks a question, by name or without, and reads the answer. What is asked without a
 * name is handed in without one: neither the history nor a table nor a log knows by whose link it
 * came. Only the code on the page that follows leads to the answer, and it is shown once.
 */
@Controller
class QuestionPages {

  private static final Set<String> DONE = Set.of("asked", "again", "withdrawn");

  private final Visits visits;
  private final OwnQuestions questions;
  private final Concerns concerns;
  private final ConcernTexts texts;
  private final SignedLinks links;
  private final CommandDesk desk;
  private final UpToDate upToDate;
  private final Words words;

  QuestionPages(
      Visits visits,
      OwnQuestions questions,
      Concerns concerns,
      ConcernTexts texts,
      SignedLinks links,
      CommandDesk desk,
      UpToDate upToDate,
      Words words) {
    this.visits = visits;
    this.questions = questions;
    this.concerns = concerns;
    this.texts = texts;
    this.links = links;
    this.desk = desk;
    this.upToDate = upToDate;
    this.words = words;
  }

  @GetMapping("/p/{token}/questions")
  String questions(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String done,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    say(done, model);
    return show(visit, Map.of(), Map.of(), model);
  }

  @PostMapping("/p/{token}/questions")
  Object ask(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String how,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("about", about);
    typed.put("category", category);
    typed.put("text", text);
    typed.put("how", how);
    Map<String, String> problems = problems(typed, visit);
    RolloutRow rollout = questions.rollout(visit.person(), about).orElse(null);
    if (!problems.isEmpty() || rollout == null) {
      return refused(visit, typed, problems, model);
    }
    boolean anonymous = how.equals("anonymous");
    try {
      Asked asked =
          concerns.ask(
              new Question(
                  rollout.campaign(),
                  rollout.department(),
                  anonymous ? Origin.ANONYMOUS : Origin.EMPLOYEE,
                  anonymous ? null : visit.person(),
                  ConcernCategory.of(category).orElse(ConcernCategory.OTHER),
                  text,
                  false),
              anonymous ? Concerns.ANONYMOUS : visit.actor());
      String code = asked.code();
      if (code == null) {
        return seeOther(visit.path() + "/questions?done=asked");
      }
      upToDate.await();
      model.addAttribute("visit", visit);
      model.addAttribute("languagePath", visit.path() + "/questions");
      model.addAttribute("link", links.secret(code).toString());
      return "me/question-code";
    } catch (Rejected refused) {
      return refused(visit, typed, Map.of("text", words.rejected(refused)), model);
    }
  }

  @PostMapping("/p/{token}/questions/{concern}/again")
  Object again(
      @PathVariable String token,
      @PathVariable ConcernId concern,
      @RequestParam(defaultValue = "") String text,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    requireOwn(visit, concern);
    try {
      concerns.askAgain(concern, text, visit.actor());
    } catch (Rejected refused) {
      return refused(
          visit,
          Map.of("again-" + concern, text),
          Map.of("again-" + concern, words.rejected(refused)),
          model);
    }
    return seeOther(visit.path() + "/questions?done=again");
  }

  @PostMapping("/p/{token}/questions/{concern}/withdraw")
  Object withdraw(
      @PathVariable String token,
      @PathVariable ConcernId concern,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    requireOwn(visit, concern);
    try {
      desk.send(new WithdrawConcern(concern, desk.now()), visit.actor());
    } catch (Rejected refused) {
      return refused(visit, Map.of(), Map.of("again-" + concern, words.rejected(refused)), model);
    }
    return seeOther(visit.path() + "/questions?done=withdrawn");
  }

  /** For whoever asked without a name and kept the code. */
  @GetMapping("/q/{code}")
  String answer(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    ConcernId concern = byCode(code);
    say(done, model);
    return showByCode(code, concern, "", "", model);
  }

  @PostMapping("/q/{code}/again")
  Object againByCode(
      @PathVariable String code, @RequestParam(defaultValue = "") String text, Model model) {
    ConcernId concern = byCode(code);
    try {
      concerns.askAgain(concern, text, Concerns.ANONYMOUS);
    } catch (Rejected refused) {
      return refusedByCode(code, concern, text, refused, model);
    }
    return seeOther("/q/" + code + "?done=again");
  }

  @PostMapping("/q/{code}/withdraw")
  Object withdrawByCode(@PathVariable String code, Model model) {
    ConcernId concern = byCode(code);
    Actor actor = Concerns.ANONYMOUS;
    try {
      desk.send(new WithdrawConcern(concern, desk.now()), actor);
    } catch (Rejected refused) {
      return refusedByCode(code, concern, "", refused, model);
    }
    return seeOther("/q/" + code + "?done=withdrawn");
  }

  private Map<String, String> problems(Map<String, String> typed, Visit visit) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (questions.rollout(visit.person(), typed.getOrDefault("about", "")).isEmpty()) {
      problems.put("about", words.say("me.question.about.missing"));
    }
    if (ConcernCategory.of(typed.getOrDefault("category", "")).isEmpty()) {
      problems.put("category", words.say("me.question.category.missing"));
    }
    if (typed.getOrDefault("text", "").isBlank()) {
      problems.put("text", words.say("me.question.text.missing"));
    }
    if (!Set.of("name", "anonymous").contains(typed.getOrDefault("how", ""))) {
      problems.put("how", words.say("me.question.how.missing"));
    }
    return problems;
  }

  private ConcernId byCode(String code) {
    return texts.byCode(code).orElseThrow(LinkNotGood::new);
  }

  private void requireOwn(Visit visit, ConcernId concern) {
    boolean own =
        concerns.find(concern).filter(one -> visit.person().equals(one.asker())).isPresent();
    if (!own) {
      throw new Rejected("UNKNOWN_CONCERN", Map.of("concern", concern));
    }
  }

  private void say(@Nullable String done, Model model) {
    if (done != null && DONE.contains(done)) {
      model.addAttribute("done", words.say("me.question.done." + done));
    }
  }

  private Object seeOther(String path) {
    upToDate.await();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  private ModelAndView refused(
      Visit visit, Map<String, String> typed, Map<String, String> problems, Model model) {
    upToDate.await();
    return new ModelAndView(
        show(visit, typed, problems, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView refusedByCode(
      String code, ConcernId concern, String typed, Rejected refused, Model model) {
    upToDate.await();
    return new ModelAndView(
        showByCode(code, concern, typed, words.rejected(refused), model),
        model.asMap(),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private String show(
      Visit visit, Map<String, String> typed, Map<String, String> problems, Model model) {
    model.addAttribute("visit", visit);
    model.addAttribute("languagePath", visit.path() + "/questions");
    model.addAttribute("own", questions.of(visit.person()));
    model.addAttribute("published", questions.published(visit.person()));
    model.addAttribute("campaigns", questions.campaigns(visit.person()));
    model.addAttribute("categories", ConcernCategory.values());
    model.addAttribute("typed", typed);
    model.addAttribute("problems", problems);
    return "me/questions";
  }

  private String showByCode(
      String code, ConcernId concern, String typed, String problem, Model model) {
    model.addAttribute("one", questions.find(concern).orElseThrow(LinkNotGood::new));
    model.addAttribute("path", "/q/" + code);
    model.addAttribute("typed", typed);
    model.addAttribute("problem", problem);
    return "me/question";
  }
}
