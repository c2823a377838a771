package org.uitrol.adapters.web.session;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.planning.RunningSearches;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.ExtraSessions;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposal.State;
import org.uitrol.application.session.Proposals;
import org.uitrol.application.session.Proposals.Outcome;
import org.uitrol.application.session.Proposals.Seen;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Objection;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/** Sessions of an activity that Uitrol proposes, for a manager to look at, change and accept. */
@Controller
class ProposalPages {

  private static final String LOOK_AGAIN_SECONDS = "3";
  private static final String PAGE = "/rollouts/{rollout}/activities/{activity}/proposal";

  private final RolloutStore rollouts;
  private final ExtraSessions extra;
  private final Proposals proposals;
  private final RunningSearches searches;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ProposalPages(
      RolloutStore rollouts,
      ExtraSessions extra,
      Proposals proposals,
      RunningSearches searches,
      Orders orders,
      Names names,
      Words words) {
    this.rollouts = rollouts;
    this.extra = extra;
    this.proposals = proposals;
    this.searches = searches;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A session of a proposal, in words. */
  record Proposed(
      SessionId session,
      boolean added,
      boolean moved,
      @Nullable Arrangement now,
      String when,
      String before,
      String lead,
      String language,
      List<Seated> people,
      List<String> objections) {}

  /** Somebody with a seat; a new one can be moved. */
  record Seated(PersonId person, String name, boolean movable) {}

  /** Somebody without a seat. */
  record Unseated(PersonId person, String name, String why) {}

  /** Something to choose. */
  record Choice(String value, String label, boolean chosen) {}

  /** What was typed about a session. */
  record SessionForm(
      @Nullable String date,
      @Nullable String time,
      @Nullable String room,
      @Nullable String presenter,
      @Nullable String language,
      @Nullable Boolean anyway) {}

  /** While a better one is looked for, the browser looks again by itself. */
  @GetMapping(PAGE)
  String show(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      Model model,
      HttpServletResponse response) {
    Optional<Proposal> latest = proposals.latest(rollout, activity);
    if (latest.filter(one -> one.state() == State.SEARCHING).isPresent()) {
      response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
    }
    show(rollout, activity, model);
    return "session/proposal";
  }

  @PostMapping(PAGE)
  ModelAndView begin(@PathVariable RolloutId rollout, @PathVariable String activity, Model model) {
    return change(
        rollout, activity, model, () -> searches.start(proposals.begin(rollout, activity)));
  }

  @PostMapping(PAGE + "/stop")
  ModelAndView stop(@PathVariable RolloutId rollout, @PathVariable String activity, Model model) {
    return change(rollout, activity, model, () -> proposals.stop(latest(rollout, activity)));
  }

  @PostMapping(PAGE + "/go-on")
  ModelAndView goOn(@PathVariable RolloutId rollout, @PathVariable String activity, Model model) {
    return change(
        rollout,
        activity,
        model,
        () -> {
          proposals.goOn(latest(rollout, activity));
          searches.start(latest(rollout, activity));
        });
  }

  @PostMapping(PAGE + "/discard")
  ModelAndView discard(
      @PathVariable RolloutId rollout, @PathVariable String activity, Model model) {
    return change(rollout, activity, model, () -> proposals.discard(latest(rollout, activity)));
  }

  /** Of the proposal that the manager saw, not of one that was made since. */
  @PostMapping(PAGE + "/accept")
  ModelAndView accept(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @RequestParam(defaultValue = "") String seen,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Proposal latest = latest(rollout, activity);
    if (!seen.equals(version(latest))) {
      return refused(rollout, activity, new Rejected("PROPOSAL_CHANGED"), model);
    }
    try {
      Outcome outcome = proposals.accept(latest, user.actor());
      orders.settle();
      Done.say(
          next,
          words.say(
              "proposal.done",
              outcome.planned(),
              outcome.moved(),
              outcome.invited(),
              outcome.unseated()));
    } catch (Rejected refused) {
      return refused(rollout, activity, refused, model);
    }
    return new ModelAndView("redirect:/rollouts/" + rollout);
  }

  @GetMapping(PAGE + "/people/{person}")
  String askToSeat(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @PathVariable PersonId person,
      Model model) {
    ask(rollout, activity, person, "", model);
    return "session/proposal-person";
  }

  @PostMapping(PAGE + "/people/{person}")
  ModelAndView seat(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String session,
      @RequestParam(defaultValue = "false") boolean anyway,
      Model model) {
    try {
      List<Objection> objections =
          proposals.seat(
              latest(rollout, activity),
              person,
              session.isBlank() ? null : new SessionId(session),
              anyway);
      if (objections.isEmpty()) {
        return back(rollout, activity);
      }
      model.addAttribute("unable", said(objections));
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
    }
    ask(rollout, activity, person, session, model);
    return new ModelAndView(
        "session/proposal-person", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  @GetMapping(PAGE + "/sessions/{session}")
  String askToArrange(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @PathVariable SessionId session,
      Model model) {
    Seen seen = proposals.see(latest(rollout, activity));
    Draft draft = seen.problem().draft(session).orElseThrow(NotFound::new);
    Arrangement now =
        seen.proposal()
            .best()
            .of(session)
            .or(() -> Optional.ofNullable(draft.before()))
            .orElse(null);
    SessionForm form =
        now == null
            ? new SessionForm("", "", "", "", "", false)
            : new SessionForm(
                now.place().start().toLocalDate().toString(),
                now.place().start().toLocalTime().toString(),
                now.place().room().id(),
                now.lead() == null ? "" : now.lead().value(),
                now.language(),
                false);
    ask(seen, session, form, model);
    return "session/proposal-session";
  }

  @PostMapping(PAGE + "/sessions/{session}")
  ModelAndView arrange(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @PathVariable SessionId session,
      @ModelAttribute SessionForm form,
      Model model) {
    Proposal latest = latest(rollout, activity);
    Seen seen = proposals.see(latest);
    try {
      List<Objection> objections =
          proposals.arrange(
              latest,
              session,
              read(seen.problem(), session, form),
              Boolean.TRUE.equals(form.anyway()));
      if (objections.isEmpty()) {
        return back(rollout, activity);
      }
      model.addAttribute("unable", said(objections));
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
    }
    ask(seen, session, form, model);
    return new ModelAndView(
        "session/proposal-session", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Arrangement read(TimetableProblem problem, SessionId session, SessionForm form) {
    LocalDateTime start;
    try {
      start =
          LocalDateTime.of(
              LocalDate.parse(typed(form.date())), LocalTime.parse(typed(form.time())));
    } catch (DateTimeException e) {
      throw new Rejected("DATE_INVALID");
    }
    if (!Place.endsBeforeMidnight(start.toLocalTime(), problem.minutes())) {
      throw new Rejected("SESSION_PAST_MIDNIGHT");
    }
    Room room =
        rooms(problem, session)
            .filter(one -> one.id().equals(typed(form.room())))
            .findFirst()
            .orElseThrow(() -> new Rejected("UNKNOWN_ROOM"));
    PersonId lead =
        typed(form.presenter()).isEmpty() ? null : new PersonId(typed(form.presenter()));
    if (lead != null && problem.lead(lead).isEmpty()) {
      throw new Rejected("PRESENTER_UNKNOWN");
    }
    String language = typed(form.language());
    return new Arrangement(
        new Place(start, problem.zone(), problem.minutes(), room.booked()),
        lead,
        problem.languages().contains(language) ? language : null);
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** Those of the meeting, and the one that the session is in. */
  private static Stream<Room> rooms(TimetableProblem problem, SessionId session) {
    Optional<Room> own =
        problem
            .draft(session)
            .flatMap(draft -> Optional.ofNullable(draft.before()))
            .map(before -> before.place().room());
    return Stream.concat(
        problem.rooms().stream(),
        own.stream()
            .filter(room -> problem.rooms().stream().noneMatch(one -> one.id().equals(room.id()))));
  }

  private ModelAndView change(RolloutId rollout, String activity, Model model, Runnable work) {
    find(rollout, activity);
    try {
      work.run();
    } catch (Rejected refused) {
      return refused(rollout, activity, refused, model);
    }
    return back(rollout, activity);
  }

  private ModelAndView refused(RolloutId rollout, String activity, Rejected refused, Model model) {
    model.addAttribute("refused", words.rejected(refused));
    show(rollout, activity, model);
    return new ModelAndView("session/proposal", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView back(RolloutId rollout, String activity) {
    return new ModelAndView(
        "redirect:/rollouts/" + rollout + "/activities/" + activity + "/proposal");
  }

  private void ask(
      RolloutId rollout, String activity, PersonId person, String chosen, Model model) {
    Seen seen = proposals.see(latest(rollout, activity));
    Guest guest = seen.problem().guest(person).orElseThrow(NotFound::new);
    SessionId at = seen.proposal().best().seats().get(person);
    String selected = chosen.isEmpty() && at != null ? at.value() : chosen;
    List<Choice> choices =
        seen.proposal().best().sessions().entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getValue().place().startsAt().toInstant()))
            .map(
                entry ->
                    new Choice(
                        entry.getKey().value(),
                        words.say(
                            "proposal.choice",
                            when(entry.getValue()),
                            seen.proposal().best().people(entry.getKey()).size(),
                            entry.getValue().place().room().seats()),
                        entry.getKey().value().equals(selected)))
            .toList();
    base(seen.proposal(), model);
    model.addAttribute("person", guest.person());
    model.addAttribute("name", names.person(guest.person()));
    model.addAttribute("choices", choices);
  }

  private void ask(Seen seen, SessionId session, SessionForm form, Model model) {
    base(seen.proposal(), model);
    Function<PersonId, String> called =
        names.people(seen.problem().leads().stream().map(lead -> lead.person()).toList());
    model.addAttribute("session", session);
    model.addAttribute("form", form);
    model.addAttribute("rooms", rooms(seen.problem(), session).toList());
    model.addAttribute(
        "leads",
        seen.problem().leads().stream()
            .map(
                lead ->
                    new Choice(
                        lead.person().value(),
                        called.apply(lead.person()),
                        lead.person().value().equals(form.presenter())))
            .toList());
    model.addAttribute(
        "languages",
        seen.problem().languages().stream()
            .map(tag -> new Choice(tag, words.language(tag), tag.equals(form.language())))
            .toList());
  }

  private void base(Proposal proposal, Model model) {
    RolloutRow row = find(proposal.rollout(), proposal.activity());
    base(row, proposal.activity(), model);
  }

  private void base(RolloutRow row, String activity, Model model) {
    model.addAttribute("rollout", row);
    model.addAttribute("activity", activity);
    model.addAttribute("department", names.department(row.department()));
    model.addAttribute("meetingTitle", words.text(meeting(row.rollout(), activity).title()));
  }

  private void show(RolloutId rollout, String activity, Model model) {
    RolloutRow row = find(rollout, activity);
    base(row, activity, model);
    model.addAttribute("seatless", extra.withoutSeat(rollout, activity).size());
    Optional<Proposal> latest = proposals.latest(rollout, activity).filter(Proposal::isOpen);
    model.addAttribute("proposal", latest.orElse(null));
    latest.ifPresent(proposal -> show(proposals.see(proposal), model));
  }

  private void show(Seen seen, Model model) {
    Proposal proposal = seen.proposal();
    List<PersonId> people =
        new ArrayList<>(seen.problem().guests().stream().map(Guest::person).toList());
    seen.problem().leads().forEach(lead -> people.add(lead.person()));
    Function<PersonId, String> called = names.people(people);
    model.addAttribute("searching", proposal.state() == State.SEARCHING);
    model.addAttribute("acceptable", seen.isAcceptable());
    model.addAttribute("version", version(proposal));
    model.addAttribute(
        "sessions",
        seen.problem().drafts().stream()
            .filter(
                draft -> draft.before() != null || proposal.best().of(draft.session()).isPresent())
            .map(draft -> proposed(seen, draft, called))
            .sorted(Comparator.comparing(one -> one.now() == null ? "" : start(one.now())))
            .toList());
    model.addAttribute(
        "unseated",
        seen.unseated().entrySet().stream()
            .map(
                entry ->
                    new Unseated(
                        entry.getKey(),
                        called.apply(entry.getKey()),
                        words.say("proposal.why." + entry.getValue())))
            .sorted(Comparator.comparing(Unseated::name))
            .toList());
  }

  private static String start(Arrangement arrangement) {
    return arrangement.place().start().toString();
  }

  private Proposed proposed(Seen seen, Draft draft, Function<PersonId, String> called) {
    Proposal proposal = seen.proposal();
    Arrangement now = proposal.best().of(draft.session()).orElse(null);
    Arrangement before = draft.before();
    List<Seated> people =
        proposal.best().people(draft.session()).stream()
            .map(
                person ->
                    new Seated(
                        person,
                        called.apply(person),
                        seen.problem().guest(person).filter(one -> one.seat() == null).isPresent()))
            .sorted(Comparator.comparing(Seated::name))
            .toList();
    return new Proposed(
        draft.session(),
        before == null,
        before != null && !before.equals(now),
        now,
        now == null ? "" : when(now),
        before == null || before.equals(now) ? "" : when(before),
        now == null || now.lead() == null ? "" : called.apply(now.lead()),
        now == null || now.language() == null ? "" : words.language(now.language()),
        people,
        said(
            seen.objections().stream()
                .filter(one -> one.session().equals(draft.session()))
                .toList()));
  }

  private String when(Arrangement arrangement) {
    return words.say(
        "proposal.when",
        words.dateTime(arrangement.place().start()),
        arrangement.place().room().name());
  }

  private List<String> said(List<Objection> objections) {
    return objections.stream()
        .map(
            one ->
                one.person() == null
                    ? words.say("Rule." + one.rule())
                    : words.say(
                        "Rule." + one.rule(), names.person(Objects.requireNonNull(one.person()))))
        .distinct()
        .toList();
  }

  private static String version(Proposal proposal) {
    return proposal.id() + "/" + proposal.version();
  }

  private Proposal latest(RolloutId rollout, String activity) {
    return proposals.latest(rollout, activity).filter(Proposal::isOpen).orElseThrow(NotFound::new);
  }

  private MeetingPlan meeting(RolloutId rollout, String activity) {
    return extra.meeting(rollout, activity).orElseThrow(NotFound::new);
  }

  private RolloutRow find(RolloutId rollout, String activity) {
    RolloutRow row =
        rollouts
            .activity(rollout, activity)
            .flatMap(one -> rollouts.find(rollout))
            .orElseThrow(NotFound::new);
    meeting(rollout, activity);
    return row;
  }
}
