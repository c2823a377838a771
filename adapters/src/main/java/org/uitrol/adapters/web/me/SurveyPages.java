package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;

/**
 * A survey for one person. Sending it once, twice or at the same moment in two windows gives one
 * answer and the same thanks. What was answered is never written to a log.
 */
@Controller
class SurveyPages {

  private final Visits visits;
  private final Streams streams;
  private final CommandDesk desk;
  private final BallotBox box;
  private final TransactionTemplate transactions;
  private final Words words;

  SurveyPages(
      Visits visits,
      Streams streams,
      CommandDesk desk,
      BallotBox box,
      PlatformTransactionManager transactions,
      Words words) {
    this.box = box;
    this.transactions = new TransactionTemplate(transactions);
    this.visits = visits;
    this.streams = streams;
    this.desk = desk;
    this.words = words;
  }

  @GetMapping("/s/{token}")
  ModelAndView ask(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String kept,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.SURVEY, token, request);
    Survey survey = survey(visit, model);
    if (hasAnswered(visit, survey)) {
      return page("me/survey-thanks", HttpStatus.OK, model);
    }
    if (isOver(visit, survey)) {
      return page("me/survey-closed", HttpStatus.OK, model);
    }
    model.addAttribute("kept", kept != null);
    return form(box.kept(survey.id(), visit.person()), Map.of(), HttpStatus.OK, model);
  }

  @PostMapping("/s/{token}")
  Object answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.SURVEY, token, request);
    Survey survey = survey(visit, model);
    if (!hasAnswered(visit, survey)) {
      if (isOver(visit, survey)) {
        return page("me/survey-closed", HttpStatus.CONFLICT, model);
      }
      Map<String, String> typed = typed(survey, request);
      try {
        if (then.equals("keep")) {
          return keep(visit, survey, typed);
        }
        Ballot ballot = Ballot.of(survey.plan(), typed);
        desk.send(new TakePart(survey.id(), visit.person(), ballot, desk.now()), visit.actor());
      } catch (Rejected refused) {
        return refused.code().equals("ANSWERS_INVALID")
            ? form(typed, refused.facts(), HttpStatus.UNPROCESSABLE_CONTENT, model)
            : page("me/survey-closed", HttpStatus.CONFLICT, model);
      }
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(visit.path())).build();
  }

  /** What is far too long isn't kept, since it could never be sent either. */
  private Object keep(Visit visit, Survey survey, Map<String, String> typed) {
    if (typed.values().stream().anyMatch(one -> one.length() > Ballot.LONGEST_TEXT)) {
      Ballot.of(survey.plan(), typed);
    }
    transactions.executeWithoutResult(status -> box.keep(survey.id(), visit.person(), typed));
    URI place = URI.create(visit.path() + "?kept");
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(place).build();
  }

  private Survey survey(Visit visit, Model model) {
    Survey survey =
        streams
            .state(new SurveyId(visit.link().subject()), SurveyEvent.class, Survey::evolve)
            .orElseThrow(LinkNotGood::new);
    model.addAttribute("visit", visit);
    model.addAttribute("survey", survey);
    model.addAttribute("texts", survey.plan().textsShownFrom(survey.smallestGroup()).orElse(0));
    model.addAttribute("who", who(survey.plan()));
    model.addAttribute("title", words.text(survey.plan().title()));
    return survey;
  }

  /** Who is asked a question that only some are asked, in words, by its id. */
  private Map<String, String> who(SurveyPlan plan) {
    Map<String, String> who = new LinkedHashMap<>();
    for (Question question : plan.questions()) {
      Only only = question.only();
      if (only != null) {
        Question before =
            plan.questions().stream()
                .filter(one -> one.id().equals(only.question()))
                .findFirst()
                .orElseThrow();
        List<String> answers =
            only.given().stream()
                .map(
                    answer ->
                        before.choices().stream()
                            .filter(choice -> choice.id().equals(answer))
                            .map(choice -> words.text(choice.text()))
                            .findFirst()
                            .orElse(answer))
                .toList();
        who.put(
            question.id(),
            words.say("survey.only", words.text(before.ask()), String.join(", ", answers)));
      }
    }
    return who;
  }

  private boolean hasAnswered(Visit visit, Survey survey) {
    return streams.exists(TakePart.participation(survey.id(), visit.person()));
  }

  /** Also for somebody who isn't asked any more, for instance after a move. */
  private boolean isOver(Visit visit, Survey survey) {
    return survey.closed()
        || !desk.now().isBefore(survey.closesAt())
        || !survey.invited().contains(visit.person());
  }

  private static ModelAndView form(
      Map<String, String> typed, Map<String, Object> problems, HttpStatus status, Model model) {
    model.addAttribute("typed", typed);
    model.asMap().putIfAbsent("kept", false);
    model.addAttribute("problems", problems);
    return page("me/survey", status, model);
  }

  private static ModelAndView page(String view, HttpStatus status, Model model) {
    return new ModelAndView(view, model.asMap(), status);
  }

  /** Browsers send a line's end as two characters, which would count as two. */
  private static Map<String, String> typed(Survey survey, HttpServletRequest request) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (Question question : survey.plan().questions()) {
      List<String> ids =
          question.kind() == Kind.SEVERAL
              ? question.choices().stream().map(question::item).toList()
              : List.of(question.id());
      for (String id : ids) {
        String answer = request.getParameter("q-" + id);
        if (answer != null && !answer.isEmpty()) {
          typed.put(id, answer.replace("\r\n", "\n"));
        }
      }
    }
    return typed;
  }
}
