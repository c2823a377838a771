package org.uitrol.adapters.web.session;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.ExtraSessions;
import org.uitrol.application.session.ExtraSessions.Outcome;
import org.uitrol.application.session.ExtraSessions.Wish;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;

/** Plans one more session of an activity, for who found no seat or missed theirs. */
@Controller
class ExtraSessionPages {

  /** Instead of a room of the plan: a meeting by a link of its own. */
  static final String ONLINE = "online-by-link";

  private static final int MOST_SEATS = 1_000;
  private static final int LONGEST_TOKEN = 100;
  private static final int LONGEST_LINK = 2_000;
  private static final String ANYWHERE = "";

  /** Beside which field each refusal is said. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("DATE_INVALID", "date"),
          Map.entry("NOT_A_WORKING_DAY", "date"),
          Map.entry("SESSION_IN_THE_PAST", "date"),
          Map.entry("SESSION_PAST_MIDNIGHT", "time"),
          Map.entry("DEPARTMENT_TAKEN", "time"),
          Map.entry("ROOM_TAKEN", "room"),
          Map.entry("UNKNOWN_ROOM", "room"),
          Map.entry("LINK_INVALID", "link"),
          Map.entry("SEATS_INVALID", "seats"),
          Map.entry("PRESENTER_UNKNOWN", "presenter"),
          Map.entry("PRESENTER_TAKEN", "presenter"));

  private final RolloutStore rollouts;
  private final Plans plans;
  private final ExtraSessions extra;
  private final PersonReferences people;
  private final PersonVault vault;
  private final IdSource ids;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ExtraSessionPages(
      RolloutStore rollouts,
      Plans plans,
      ExtraSessions extra,
      PersonReferences people,
      PersonVault vault,
      IdSource ids,
      Orders orders,
      Names names,
      Words words) {
    this.rollouts = rollouts;
    this.plans = plans;
    this.extra = extra;
    this.people = people;
    this.vault = vault;
    this.ids = ids;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** What was typed, as it was typed. */
  record Form(
      @Nullable String token,
      @Nullable String date,
      @Nullable String time,
      @Nullable String room,
      @Nullable String link,
      @Nullable String seats,
      @Nullable String presenter) {

    private static String of(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  @GetMapping("/rollouts/{rollout}/activities/{activity}/sessions/new")
  String ask(@PathVariable RolloutId rollout, @PathVariable String activity, Model model) {
    RolloutRow row = find(rollout, activity);
    MeetingPlan meeting = meeting(rollout, activity);
    Form form = new Form(ids.next(), "", "", meeting.rooms().get(0), "", "", reference(meeting));
    show(row, activity, meeting, form, Map.of(), model);
    return "session/extra";
  }

  @PostMapping("/rollouts/{rollout}/activities/{activity}/sessions/new")
  ModelAndView plan(
      @PathVariable RolloutId rollout,
      @PathVariable String activity,
      @ModelAttribute Form form,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout, activity);
    MeetingPlan meeting = meeting(rollout, activity);
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Wish> wish = read(row, activity, meeting, form, problems);
    if (wish.isPresent()) {
      try {
        Outcome outcome = extra.plan(wish.get(), user.actor());
        orders.settle();
        Done.say(
            next, words.say("extra.done", outcome.invited(), outcome.unplaced(), outcome.unable()));
        return new ModelAndView("redirect:/rollouts/" + rollout);
      } catch (Rejected refused) {
        note(refused, problems);
      }
    }
    show(row, activity, meeting, form, problems, model);
    return new ModelAndView("session/extra", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** Reads every field before it gives up, so that all that is wrong is said at once. */
  private Optional<Wish> read(
      RolloutRow row,
      String activity,
      MeetingPlan meeting,
      Form form,
      Map<String, String> problems) {
    String token = Form.of(form.token());
    if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
      throw new NotFound();
    }
    @Nullable LocalDateTime start = orNote(() -> start(form), problems);
    @Nullable Room room = orNote(() -> room(row, token, form), problems);
    @Nullable PersonId presenter = orNote(() -> presenter(form), problems);
    if (start == null || room == null || !problems.isEmpty()) {
      return Optional.empty();
    }
    Place place = new Place(start, plan(row).calendar().zone(), meeting.minutes(), room);
    return Optional.of(new Wish(row.rollout(), activity, token, place, presenter));
  }

  private interface Reading<T> {
    @Nullable T read();
  }

  private <T> @Nullable T orNote(Reading<T> reading, Map<String, String> problems) {
    try {
      return reading.read();
    } catch (Rejected refused) {
      note(refused, problems);
      return null;
    }
  }

  private void note(Rejected refused, Map<String, String> problems) {
    problems.putIfAbsent(FIELDS.getOrDefault(refused.code(), ANYWHERE), words.rejected(refused));
  }

  private static LocalDateTime start(Form form) {
    try {
      return LocalDateTime.of(
          LocalDate.parse(Form.of(form.date())), LocalTime.parse(Form.of(form.time())));
    } catch (DateTimeException e) {
      throw new Rejected("DATE_INVALID");
    }
  }

  private Room room(RolloutRow row, String token, Form form) {
    String typed = Form.of(form.room());
    if (typed.equals(ONLINE)) {
      return new Room("link/" + token, words.say("extra.online"), seats(form, 0), link(form));
    }
    Room room =
        plan(row).rooms().stream()
            .filter(one -> one.id().equals(typed))
            .findFirst()
            .orElseThrow(() -> new Rejected("UNKNOWN_ROOM"));
    return new Room(room.id(), room.name(), seats(form, room.seats()), room.link());
  }

  /** As many as were typed; without, as many as the room has. */
  private static int seats(Form form, int ofRoom) {
    String typed = Form.of(form.seats());
    int most = ofRoom == 0 ? MOST_SEATS : ofRoom;
    if (typed.isEmpty() && ofRoom > 0) {
      return ofRoom;
    }
    try {
      int seats = Integer.parseInt(typed);
      if (seats >= 1 && seats <= most) {
        return seats;
      }
    } catch (NumberFormatException e) {
      // Told like a number that is too small or too large.
    }
    throw new Rejected("SEATS_INVALID", Map.of("most", most));
  }

  private static String link(Form form) {
    String typed = Form.of(form.link());
    try {
      URI link = URI.create(typed);
      if ("https".equals(link.getScheme())
          && link.getHost() != null
          && link.getUserInfo() == null
          && typed.length() <= LONGEST_LINK) {
        return typed;
      }
    } catch (IllegalArgumentException e) {
      // Told like a link of another kind.
    }
    throw new Rejected("LINK_INVALID");
  }

  private @Nullable PersonId presenter(Form form) {
    String typed = Form.of(form.presenter());
    if (typed.isEmpty()) {
      return null;
    }
    return people.find(typed).orElseThrow(() -> new Rejected("PRESENTER_UNKNOWN"));
  }

  /** How the presenter of the plan would be typed. */
  private String reference(MeetingPlan meeting) {
    return Optional.ofNullable(meeting.presenter())
        .flatMap(vault::find)
        .map(ExtraSessionPages::reference)
        .orElse("");
  }

  private static String reference(PersonalData person) {
    return person.hasEmail() ? person.email() : person.employeeNumber();
  }

  private void show(
      RolloutRow row,
      String activity,
      MeetingPlan meeting,
      Form form,
      Map<String, String> problems,
      Model model) {
    model.addAttribute("rollout", row);
    model.addAttribute("activity", activity);
    model.addAttribute("department", names.department(row.department()));
    model.addAttribute("meetingTitle", words.text(meeting.title()));
    model.addAttribute("minutes", meeting.minutes());
    model.addAttribute("seatless", extra.withoutSeat(row.rollout(), activity).size());
    model.addAttribute("rooms", rooms(row, meeting));
    model.addAttribute("online", ONLINE);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
  }

  /** Those of the meeting first. */
  private List<Room> rooms(RolloutRow row, MeetingPlan meeting) {
    return plan(row).rooms().stream()
        .sorted(
            Comparator.comparing(
                room -> {
                  int index = meeting.rooms().indexOf(room.id());
                  return index < 0 ? Integer.MAX_VALUE : index;
                }))
        .toList();
  }

  private Plan plan(RolloutRow row) {
    return plans.inForce(row.campaign(), row.planVersion());
  }

  private MeetingPlan meeting(RolloutId rollout, String activity) {
    return extra.meeting(rollout, activity).orElseThrow(NotFound::new);
  }

  private RolloutRow find(RolloutId rollout, String activity) {
    Optional<ActivityRow> known = rollouts.activity(rollout, activity);
    return known.flatMap(one -> rollouts.find(rollout)).orElseThrow(NotFound::new);
  }
}
