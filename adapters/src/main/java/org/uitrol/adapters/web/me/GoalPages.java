package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.GoalReminders;
import org.uitrol.domain.communication.GoalRemindersCommand.ChooseGoalReminders;
import org.uitrol.domain.communication.GoalRemindersEvent;
import org.uitrol.domain.shared.StreamId;

/** What somebody wants to reach, which nobody else sees. */
@Controller
class GoalPages {

  private static final Set<String> DONE = Set.of("saved", "removed", "reminders");

  /** How often somebody can be reminded, in weeks; 0 for never. */
  private static final List<Integer> EVERY = List.of(0, 1, 2, 4, GoalReminders.MOST_WEEKS);

  private static final String NEW = "";

  private final Visits visits;
  private final OwnGoals goals;
  private final IdSource ids;
  private final Streams streams;
  private final CommandDesk desk;
  private final Words words;

  GoalPages(
      Visits visits, OwnGoals goals, IdSource ids, Streams streams, CommandDesk desk, Words words) {
    this.streams = streams;
    this.desk = desk;
    this.visits = visits;
    this.goals = goals;
    this.ids = ids;
    this.words = words;
  }

  @GetMapping("/p/{token}/goals")
  String goals(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String done,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    if (done != null && DONE.contains(done)) {
      model.addAttribute("done", words.say("me.goal.done." + done));
    }
    return show(visit, null, "", model);
  }

  /** A form that is sent twice writes one goal. */
  @PostMapping("/p/{token}/goals")
  Object add(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    List<Goal> known = goals.of(visit.person());
    int last = known.isEmpty() ? 0 : known.get(known.size() - 1).number();
    Goal typed = new Goal(id.isEmpty() ? ids.next() : id, last + 1, text, note, false);
    if (known.stream().anyMatch(one -> one.id().equals(id))) {
      return seeOther(visit, "saved");
    } else if (known.size() >= OwnGoals.MOST) {
      return refused(visit, typed, words.say("me.goal.most", OwnGoals.MOST), model);
    }
    return save(visit, typed, model);
  }

  @PostMapping("/p/{token}/goals/reminders")
  Object remind(
      @PathVariable String token,
      @RequestParam(defaultValue = "0") int weeks,
      HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    desk.send(
        new ChooseGoalReminders(
            visit.person(), Math.max(0, Math.min(weeks, GoalReminders.MOST_WEEKS)), desk.now()),
        visit.actor());
    return seeOther(visit, "reminders");
  }

  @PostMapping("/p/{token}/goals/{goal}")
  Object change(
      @PathVariable String token,
      @PathVariable String goal,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "false") boolean reached,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    Goal known = goals.find(visit.person(), goal).orElseThrow(LinkNotGood::new);
    return save(visit, new Goal(goal, known.number(), text, note, reached), model);
  }

  @PostMapping("/p/{token}/goals/{goal}/remove")
  Object remove(@PathVariable String token, @PathVariable String goal, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    goals.remove(visit.person(), goal);
    return seeOther(visit, "removed");
  }

  private Object save(Visit visit, Goal typed, Model model) {
    if (typed.text().isBlank()) {
      return refused(visit, typed, words.say("me.goal.text.missing"), model);
    } else if (typed.id().length() > 60
        || typed.text().length() > Goal.LONGEST_TEXT
        || typed.note().length() > Goal.LONGEST_NOTE) {
      return refused(
          visit, typed, words.say("me.goal.tooLong", Goal.LONGEST_TEXT, Goal.LONGEST_NOTE), model);
    }
    goals.put(
        visit.person(),
        new Goal(
            typed.id(),
            typed.number(),
            typed.text().strip(),
            typed.note().strip(),
            typed.reached()));
    return seeOther(visit, "saved");
  }

  private static Object seeOther(Visit visit, String done) {
    URI place = URI.create(visit.path() + "/goals?done=" + done);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(place).build();
  }

  private ModelAndView refused(Visit visit, Goal typed, String problem, Model model) {
    return new ModelAndView(
        show(visit, typed, problem, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** What was typed stands where it was typed, also when it can't be kept. */
  private String show(Visit visit, @Nullable Goal typed, String problem, Model model) {
    List<Goal> shown = new ArrayList<>(goals.of(visit.person()));
    Goal fresh = new Goal(ids.next(), 0, NEW, NEW, false);
    if (typed != null) {
      int known = shown.stream().map(Goal::id).toList().indexOf(typed.id());
      if (known < 0) {
        fresh = typed;
      } else {
        shown.set(known, typed);
      }
    }
    model.addAttribute("visit", visit);
    model.addAttribute("every", EVERY);
    model.addAttribute(
        "weeks",
        streams
            .state(
                StreamId.of("goals", visit.person()),
                GoalRemindersEvent.class,
                GoalReminders::evolve)
            .map(GoalReminders::weeks)
            .orElse(0));
    model.addAttribute("languagePath", visit.path() + "/goals");
    model.addAttribute("goals", shown);
    model.addAttribute("fresh", fresh);
    model.addAttribute("problemAt", typed == null ? NEW : typed.id());
    model.addAttribute("problem", problem);
    model.addAttribute("longestText", Goal.LONGEST_TEXT);
    model.addAttribute("longestNote", Goal.LONGEST_NOTE);
    return "me/goals";
  }
}
