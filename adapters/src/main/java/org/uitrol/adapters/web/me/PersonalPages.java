package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
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
import org.uitrol.adapters.web.shared.UpToDate;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.session.Availabilities;
import org.uitrol.application.session.CheckIn;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.session.SessionCommand.AskForSeat;
import org.uitrol.domain.session.SessionCommand.ReleaseSeat;
import org.uitrol.domain.session.SessionCommand.TakeSeat;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerRecord;

/** A person's own page: what is planned, what is asked, and what Uitrol knows. */
@Controller
class PersonalPages {

  /** What the page can say after something was done. */
  private static final Set<String> DONE =
      Set.of(
          "answered",
          "moved",
          "waiting",
          "course",
          "task",
          "language",
          "mail",
          "help",
          "checkedIn",
          "calendar",
          "calendar-ended");

  /** Where the history has it from that somebody finished a course. */
  private static final String BY_PERSON = "self";

  private final Visits visits;
  private final OwnPlans plans;
  private final OwnData data;
  private final Preferences preferences;
  private final Consents consents;
  private final OwnCalendar calendar;
  private final SessionStore sessions;
  private final LearnerStore learners;
  private final FollowUpStore followUps;
  private final Availabilities availabilities;
  private final CheckIn checkIn;
  private final CommandDesk desk;
  private final UpToDate upToDate;
  private final Words words;

  PersonalPages(
      Visits visits,
      OwnPlans plans,
      OwnData data,
      Preferences preferences,
      Consents consents,
      OwnCalendar calendar,
      SessionStore sessions,
      LearnerStore learners,
      FollowUpStore followUps,
      Availabilities availabilities,
      CheckIn checkIn,
      CommandDesk desk,
      UpToDate upToDate,
      Words words) {
    this.visits = visits;
    this.plans = plans;
    this.data = data;
    this.preferences = preferences;
    this.consents = consents;
    this.calendar = calendar;
    this.sessions = sessions;
    this.learners = learners;
    this.followUps = followUps;
    this.availabilities = availabilities;
    this.checkIn = checkIn;
    this.desk = desk;
    this.upToDate = upToDate;
    this.words = words;
  }

  @GetMapping("/p/{token}")
  String plan(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable String done,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    if (done != null && DONE.contains(done)) {
      model.addAttribute("done", words.say("me.done." + done));
    }
    return show(visit, model);
  }

  @GetMapping("/p/{token}/data")
  ResponseEntity<byte[]> data(@PathVariable String token, HttpServletRequest request) {
    return data.download(visits.open(Purpose.PLAN, token, request));
  }

  @PostMapping("/p/{token}/sessions/{session}/answer")
  Object answer(
      @PathVariable String token,
      @PathVariable SessionId session,
      @RequestParam Answer answer,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    boolean returns =
        answer != Answer.DECLINED
            && sessions
                .seat(session, visit.person())
                .filter(seat -> seat.answer() == Answer.DECLINED)
                .isPresent();
    if (returns && hasNoHoursFor(session, session, visit)) {
      return refused(new Rejected("TOO_MANY_HOURS"), "session-" + session, visit, model);
    }
    Command command = new AnswerInvitation(session, visit.person(), answer, desk.now());
    return send(command, "answered", "session-" + session, visit, model);
  }

  /** Only to another date of what the person is invited to. */
  @PostMapping("/p/{token}/sessions/{session}/move")
  Object move(
      @PathVariable String token,
      @PathVariable SessionId session,
      @RequestParam SessionId to,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    if (!isOtherDate(session, to, visit)) {
      return refused(new Rejected("NOT_YOUR_SESSION"), "session-" + session, visit, model);
    }
    if (hasNoHoursFor(to, session, visit)) {
      return refused(new Rejected("TOO_MANY_HOURS"), "session-" + session, visit, model);
    }
    Instant at = desk.now();
    Command take = new TakeSeat(to, visit.person(), session, at);
    Command release = new ReleaseSeat(session, visit.person(), to, at);
    // Both or none: nobody is without a seat in between, or has two.
    return order(
        () -> desk.sendAll(List.of(take, release), visit.actor()),
        "moved",
        "session-" + session,
        visit,
        model);
  }

  /** Waits for a seat at a date that is full, of what the person is invited to. */
  @PostMapping("/p/{token}/sessions/{session}/wait")
  Object waitFor(
      @PathVariable String token,
      @PathVariable SessionId session,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    boolean waits = sessions.seat(session, visit.person()).filter(SeatRow::waiting).isPresent();
    if (!waits && !plans.mayWaitFor(session, visit.person(), desk.now())) {
      return refused(new Rejected("NOT_YOUR_SESSION"), "sessions", visit, model);
    }
    if (!waits && hasNoHoursFor(session, session, visit)) {
      return refused(new Rejected("TOO_MANY_HOURS"), "sessions", visit, model);
    }
    Command command = new AskForSeat(session, visit.person(), desk.now());
    return send(command, "waiting", "session-" + session, visit, model);
  }

  /** Tells that the person is there, by the code that is shown there. */
  @PostMapping("/p/{token}/sessions/{session}/check-in")
  Object checkIn(
      @PathVariable String token,
      @PathVariable SessionId session,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    return order(
        () -> checkIn.enter(session, visit.person(), code, visit.actor()),
        "checkedIn",
        "session-" + session,
        visit,
        model);
  }

  @PostMapping("/p/{token}/courses/{learnerRecord}/done")
  Object finishCourse(
      @PathVariable String token,
      @PathVariable LearnerRecordId learnerRecord,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    boolean own =
        learners
            .find(learnerRecord)
            .filter(learner -> learner.person().equals(visit.person()))
            .filter(learner -> learner.state() != LearnerRecord.State.WITHDRAWN)
            .filter(learner -> plans.course(learner).selfReported())
            .isPresent();
    if (!own) {
      return refused(new Rejected("NOT_ENROLLED"), "courses", visit, model);
    }
    Command command = new CompleteCourse(learnerRecord, null, BY_PERSON, desk.now(), desk.now());
    return send(command, "course", "course-" + learnerRecord, visit, model);
  }

  @PostMapping("/p/{token}/tasks/{followUp}/done")
  Object finishTask(
      @PathVariable String token,
      @PathVariable FollowUpId followUp,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    boolean own =
        followUps
            .find(followUp)
            .filter(row -> row.person().equals(visit.person()) && row.kind() == FollowUpKind.TASK)
            .isPresent();
    if (!own) {
      return refused(new Rejected("NO_TASK"), "tasks", visit, model);
    }
    Command command = new CloseFollowUp(followUp, FollowUpOutcome.DONE, desk.now());
    return send(command, "task", "task-" + followUp, visit, model);
  }

  /** Offers to help colleagues along, or stops. */
  @PostMapping("/p/{token}/help/{rollout}")
  Object help(
      @PathVariable String token,
      @PathVariable RolloutId rollout,
      @RequestParam boolean offered,
      HttpServletRequest request,
      Model model) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    if (!plans.takesPart(visit.person(), rollout)) {
      return refused(new Rejected("NOT_A_MEMBER"), "rollouts", visit, model);
    }
    Command command =
        offered
            ? new OfferHelp(rollout, visit.person(), desk.now())
            : new WithdrawHelp(rollout, visit.person(), desk.now());
    return send(command, "help", "rollouts", visit, model);
  }

  @PostMapping("/p/{token}/language")
  Object language(
      @PathVariable String token, @RequestParam String language, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    preferences.language(visit, language);
    return done("language", visit);
  }

  @PostMapping("/p/{token}/mail")
  Object optionalMail(
      @PathVariable String token, @RequestParam boolean wanted, HttpServletRequest request) {
    Visit visit = visits.open(Purpose.PLAN, token, request);
    preferences.optionalMail(visit, wanted);
    return done("mail", visit);
  }

  private boolean isOtherDate(SessionId from, SessionId to, Visit visit) {
    SessionRow here = sessions.find(from).orElse(null);
    SessionRow there = sessions.find(to).orElse(null);
    return here != null
        && there != null
        && sessions.seat(from, visit.person()).isPresent()
        && here.rollout().equals(there.rollout())
        && here.activity().equals(there.activity());
  }

  /** Whether a session would be too much for the person in its week, also without another one. */
  private boolean hasNoHoursFor(SessionId session, SessionId instead, Visit visit) {
    return sessions
        .find(session)
        .map(
            row ->
                availabilities.objections(
                    Set.of(visit.person()),
                    row.rollout(),
                    row.place(),
                    Set.copyOf(List.of(session, instead))))
        .filter(objections -> objections.containsValue(NoSeat.HOURS))
        .isPresent();
  }

  private Object send(Command command, String done, String place, Visit visit, Model model) {
    return order(() -> desk.send(command, visit.actor()), done, place, visit, model);
  }

  private Object order(Runnable order, String done, String place, Visit visit, Model model) {
    try {
      order.run();
    } catch (Rejected refused) {
      return refused(refused, place, visit, model);
    }
    return done(done, visit);
  }

  private Object done(String done, Visit visit) {
    upToDate.await();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(visit.path() + "?done=" + done))
        .build();
  }

  private ModelAndView refused(Rejected refused, String place, Visit visit, Model model) {
    upToDate.await();
    model.addAttribute("refused", words.rejected(refused));
    model.addAttribute("refusedAt", place);
    return new ModelAndView(show(visit, model), model.asMap(), HttpStatus.CONFLICT);
  }

  private String show(Visit visit, Model model) {
    model.addAttribute("visit", visit);
    model.addAttribute("plan", plans.of(visit.person(), desk.now()));
    model.addAttribute("wantsMail", consents.wantsOptionalMail(visit.person()));
    model.addAttribute("calendar", calendar.link(visit.person()).orElse(null));
    model.addAttribute("known", data.known(visit));
    model.addAttribute("looks", data.looks(visit));
    model.addAttribute("answers", Answer.values());
    return "me/plan";
  }
}
