package org.uitrol.adapters.web.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.Availabilities;
import org.uitrol.application.session.SessionPlanning;
import org.uitrol.application.session.SessionPlanning.Booked;
import org.uitrol.application.session.port.CheckInCodes;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.CancelSession;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionCommand.RescheduleSession;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.WorkingCalendar;

/** Sessions. A presenter sees and records own ones only; the rest is for change managers. */
@Controller
class SessionPages {

  private final SessionStore sessions;
  private final RolloutStore rollouts;
  private final CampaignStore campaigns;
  private final Plans plans;
  private final SessionPlanning planning;
  private final Availabilities availabilities;
  private final Holidays holidays;
  private final CheckInCodes codes;
  private final Orders orders;
  private final Names names;
  private final Words words;

  SessionPages(
      SessionStore sessions,
      RolloutStore rollouts,
      CampaignStore campaigns,
      Plans plans,
      SessionPlanning planning,
      Availabilities availabilities,
      Holidays holidays,
      CheckInCodes codes,
      Orders orders,
      Names names,
      Words words) {
    this.sessions = sessions;
    this.rollouts = rollouts;
    this.campaigns = campaigns;
    this.plans = plans;
    this.planning = planning;
    this.availabilities = availabilities;
    this.holidays = holidays;
    this.codes = codes;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A session in a list. */
  record Listed(SessionRow session, String department) {}

  /** A participant. */
  record Participant(SeatRow seat, String name) {}

  /** What was typed to move a session. */
  record MoveForm(String date, String time, String room, boolean anyway) {}

  @GetMapping("/sessions")
  String list(@AuthenticationPrincipal ConsoleUser user, Model model) {
    Instant now = orders.now();
    List<Listed> all =
        visible(user)
            .sorted(Comparator.comparing(listed -> listed.session().place().startsAt().toInstant()))
            .toList();
    model.addAttribute(
        "coming", all.stream().filter(listed -> isToCome(listed.session(), now)).toList());
    model.addAttribute(
        "past",
        all.stream()
            .filter(listed -> !isToCome(listed.session(), now))
            .sorted(
                Comparator.comparing(
                        (Listed listed) -> listed.session().place().startsAt().toInstant())
                    .reversed())
            .toList());
    model.addAttribute("manager", user.is(Role.CHANGE_MANAGER));
    return "session/sessions";
  }

  @GetMapping("/sessions/{session}")
  String session(
      @PathVariable String session, @AuthenticationPrincipal ConsoleUser user, Model model) {
    show(find(session, user), user, model);
    return "session/session";
  }

  /** One person, in one tap; a script gets the list alone back. */
  @PostMapping("/sessions/{session}/attendance/{person}")
  ModelAndView attendance(
      @PathVariable String session,
      @PathVariable PersonId person,
      @RequestParam boolean attended,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byScript,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    SessionRow row = find(session, user);
    try {
      orders.send(user, at -> new RecordAttendance(row.session(), person, attended, at));
    } catch (Rejected refused) {
      return refused(session, user, refused, byScript, model);
    }
    if (byScript) {
      show(find(session, user), user, model);
      return new ModelAndView("session/session :: participants", model.asMap());
    }
    Done.say(next, words.say("attendance.saved", 1));
    return new ModelAndView("redirect:/sessions/" + row.session() + "#participants");
  }

  /** Everybody with a seat of whom nothing is known yet. */
  @PostMapping("/sessions/{session}/attendance")
  ModelAndView everybody(
      @PathVariable String session,
      @RequestParam(defaultValue = "true") boolean attended,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    SessionRow row = find(session, user);
    List<SeatRow> unknown =
        sessions.seats(row.session()).stream()
            .filter(seat -> seat.holdsSeat() && seat.attended() == null)
            .toList();
    try {
      for (SeatRow seat : unknown) {
        orders.sendOneOfMany(
            user, at -> new RecordAttendance(row.session(), seat.person(), attended, at));
      }
      orders.settle();
    } catch (Rejected refused) {
      return refused(session, user, refused, false, model);
    }
    Done.say(next, words.say("attendance.saved", unknown.size()));
    return new ModelAndView("redirect:/sessions/" + row.session() + "#participants");
  }

  @GetMapping("/sessions/{session}/move")
  String askToMove(
      @PathVariable String session, @AuthenticationPrincipal ConsoleUser user, Model model) {
    SessionRow row = find(session, user);
    Place place = row.place();
    ask(
        row,
        new MoveForm(
            place.start().toLocalDate().toString(),
            place.start().toLocalTime().toString(),
            place.room().id(),
            false),
        model);
    return "session/move";
  }

  @PostMapping("/sessions/{session}/move")
  ModelAndView move(
      @PathVariable String session,
      @RequestParam(defaultValue = "") String date,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String room,
      @RequestParam(defaultValue = "false") boolean anyway,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    SessionRow row = find(session, user);
    try {
      Place place = place(row, date, time, room);
      List<String> unable = anyway ? List.of() : unable(row, place);
      if (!unable.isEmpty()) {
        model.addAttribute("unable", unable);
        ask(row, new MoveForm(date, time, room, false), model);
        return new ModelAndView("session/move", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
      }
      move(row, place, user);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      ask(row, new MoveForm(date, time, room, anyway), model);
      return new ModelAndView("session/move", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("session.moved"));
    return new ModelAndView("redirect:/sessions/" + row.session());
  }

  @GetMapping("/sessions/{session}/cancel")
  String askToCancel(
      @PathVariable String session, @AuthenticationPrincipal ConsoleUser user, Model model) {
    SessionRow row = find(session, user);
    model.addAttribute("meeting", row);
    model.addAttribute("reason", "");
    return "session/cancel";
  }

  @PostMapping("/sessions/{session}/cancel")
  ModelAndView cancel(
      @PathVariable String session,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    SessionRow row = find(session, user);
    try {
      Reasons.require(reason);
      orders.send(user, at -> new CancelSession(row.session(), reason.strip(), at));
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      model.addAttribute("meeting", row);
      model.addAttribute("reason", reason);
      return new ModelAndView("session/cancel", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("session.cancelled"));
    return new ModelAndView("redirect:/sessions/" + row.session());
  }

  /** Who of those with a seat can't come there and then, by what keeps them. */
  private List<String> unable(SessionRow row, Place place) {
    if (place.start().equals(row.place().start())) {
      return List.of();
    }
    Set<PersonId> people =
        sessions.seats(row.session()).stream()
            .filter(seat -> seat.holdsSeat() || seat.waiting())
            .map(SeatRow::person)
            .collect(Collectors.toSet());
    Map<PersonId, NoSeat> objections =
        availabilities.objections(people, row.rollout(), place, Set.of(row.session()));
    Function<PersonId, String> called = names.people(objections.keySet());
    List<String> said = new ArrayList<>();
    for (NoSeat why : List.of(NoSeat.HOURS, NoSeat.DAY_OFF, NoSeat.ELSEWHERE)) {
      List<String> who =
          objections.entrySet().stream()
              .filter(entry -> entry.getValue() == why)
              .map(entry -> called.apply(entry.getKey()))
              .sorted()
              .toList();
      if (!who.isEmpty()) {
        said.add(words.say("session.unable." + why, who.size(), String.join(", ", who)));
      }
    }
    return said;
  }

  /**
   * Books the new place before the old one is given up, which a process does later. What was booked
   * is given back when the session can't be moved after all.
   */
  private void move(SessionRow row, Place place, ConsoleUser user) {
    if (place.equals(row.place())) {
      return;
    }
    RolloutRow rollout = rollout(row);
    Instant at = orders.now();
    planning.book(row.session(), place, row.presenter(), rollout.department(), at, user.actor());
    try {
      orders.send(user, now -> new RescheduleSession(row.session(), place, now));
    } catch (Rejected refused) {
      // A reservation is one per room and day: on the same day the old time has to be booked again.
      planning.release(
          row.session(),
          new Booked(place, row.presenter()),
          new Booked(row.place(), row.presenter()),
          rollout.department(),
          at,
          user.actor());
      planning.book(
          row.session(), row.place(), row.presenter(), rollout.department(), at, user.actor());
      throw refused;
    }
  }

  private Place place(SessionRow row, String date, String time, String room) {
    LocalDateTime start;
    try {
      start = LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time));
    } catch (DateTimeParseException e) {
      throw new Rejected("DATE_INVALID");
    }
    int minutes = row.place().minutes();
    if (!Place.endsBeforeMidnight(start.toLocalTime(), minutes)) {
      throw new Rejected("SESSION_PAST_MIDNIGHT");
    }
    if (!start.atZone(row.place().zone()).toInstant().isAfter(orders.now())) {
      throw new Rejected("SESSION_IN_THE_PAST", Map.of("start", start));
    }
    RolloutRow rollout = rollout(row);
    Plan plan = plans.inForce(rollout.campaign(), rollout.planVersion());
    if (!WorkingCalendar.of(plan.calendar(), holidays).isWorkingDay(start.toLocalDate())) {
      throw new Rejected("NOT_A_WORKING_DAY", Map.of("date", start.toLocalDate()));
    }
    Room chosen =
        rooms(row).stream()
            .filter(one -> one.id().equals(room))
            .findFirst()
            .orElseThrow(() -> new Rejected("UNKNOWN_ROOM"));
    return new Place(start, row.place().zone(), minutes, chosen.booked());
  }

  private List<Room> rooms(SessionRow row) {
    RolloutRow rollout = rollout(row);
    return plans.inForce(rollout.campaign(), rollout.planVersion()).rooms();
  }

  private RolloutRow rollout(SessionRow row) {
    return rollouts.find(row.rollout()).orElseThrow(NotFound::new);
  }

  private void ask(SessionRow row, MoveForm form, Model model) {
    model.addAttribute("meeting", row);
    model.addAttribute("form", form);
    model.addAttribute("rooms", rooms(row));
  }

  private ModelAndView refused(
      String session, ConsoleUser user, Rejected refused, boolean byScript, Model model) {
    model.addAttribute("refused", words.rejected(refused));
    show(find(session, user), user, model);
    return new ModelAndView(
        byScript ? "session/session :: participants" : "session/session",
        model.asMap(),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(SessionRow row, ConsoleUser user, Model model) {
    RolloutRow rollout = rollout(row);
    List<SeatRow> seats = sessions.seats(row.session());
    Function<PersonId, String> called =
        names.people(seats.stream().map(SeatRow::person).collect(Collectors.toSet()));
    Instant now = orders.now();
    model.addAttribute("meeting", row);
    model.addAttribute("title", words.text(row.title()));
    model.addAttribute("rollout", rollout);
    model.addAttribute("department", names.department(rollout.department()));
    model.addAttribute("presenter", names.person(row.presenter()));
    model.addAttribute(
        "participants",
        seats.stream().map(seat -> new Participant(seat, called.apply(seat.person()))).toList());
    model.addAttribute("manager", user.is(Role.CHANGE_MANAGER));
    model.addAttribute("changeable", isToCome(row, now));
    model.addAttribute(
        "code", row.state() == Session.State.CANCELLED ? "" : codes.of(row.session()));
    model.addAttribute(
        "recordable",
        row.state() != Session.State.CANCELLED && !row.place().startsAt().toInstant().isAfter(now));
    model.addAttribute(
        "unknown",
        seats.stream().filter(seat -> seat.holdsSeat() && seat.attended() == null).count());
    model.addAttribute(
        "present", seats.stream().filter(seat -> Boolean.TRUE.equals(seat.attended())).count());
  }

  private Stream<Listed> visible(ConsoleUser user) {
    if (user.is(Role.CHANGE_MANAGER)) {
      Function<DepartmentId, String> called = names.departments();
      return campaigns.list().stream()
          .flatMap(campaign -> rollouts.ofCampaign(campaign.campaign()).stream())
          .flatMap(
              rollout ->
                  sessions.ofRollout(rollout.rollout()).stream()
                      .map(row -> new Listed(row, called.apply(rollout.department()))));
    }
    PersonId person = user.person();
    return person == null
        ? Stream.empty()
        : sessions.ofPresenter(person).stream()
            .map(row -> new Listed(row, names.department(rollout(row).department())));
  }

  private static boolean isToCome(SessionRow row, Instant now) {
    return row.state() == Session.State.PLANNED && row.place().startsAt().toInstant().isAfter(now);
  }

  private SessionRow find(String session, ConsoleUser user) {
    Optional<SessionRow> row = sessions.find(new SessionId(session));
    return row.filter(found -> user.is(Role.CHANGE_MANAGER) || isOwn(found, user.person()))
        .orElseThrow(NotFound::new);
  }

  private static boolean isOwn(SessionRow row, @Nullable PersonId person) {
    return person != null && Objects.equals(row.presenter(), person);
  }
}
