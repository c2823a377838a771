package org.uitrol.adapters.web.session;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.Outages;
import org.uitrol.application.session.Outages.Outage;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Rooms and presenters that drop out, and which sessions have to go elsewhere then. */
@Controller
class OutagePages {

  private final Outages outages;
  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final SessionStore sessions;
  private final Plans plans;
  private final PersonReferences people;
  private final Orders orders;
  private final Names names;
  private final Words words;

  OutagePages(
      Outages outages,
      CampaignStore campaigns,
      RolloutStore rollouts,
      SessionStore sessions,
      Plans plans,
      PersonReferences people,
      Orders orders,
      Names names,
      Words words) {
    this.outages = outages;
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.sessions = sessions;
    this.plans = plans;
    this.people = people;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** What was typed, as it was typed. */
  record Form(
      @Nullable String room,
      @Nullable String presenter,
      @Nullable String first,
      @Nullable String last,
      @Nullable Boolean back) {

    /** Whether it can be used after all. */
    boolean isBack() {
      return Boolean.TRUE.equals(back);
    }

    private static String of(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /** A session that has to go elsewhere. */
  record Affected(SessionRow session, String department) {}

  @GetMapping("/outages")
  String ask(Model model) {
    show(new Form("", "", "", "", false), model);
    return "session/outages";
  }

  @PostMapping("/outages")
  ModelAndView take(
      @ModelAttribute Form form, @AuthenticationPrincipal ConsoleUser user, Model model) {
    try {
      LocalDate first = date(form.first());
      LocalDate last = Form.of(form.last()).isEmpty() ? first : date(form.last());
      PersonId presenter = presenter(form);
      Outage outage =
          presenter == null
              ? Outage.ofRoom(room(form), first, last)
              : Outage.ofPresenter(presenter, first, last);
      if (form.isBack()) {
        outages.reopen(outage, user.actor());
      } else {
        outages.close(outage, user.actor());
      }
      model.addAttribute("done", words.say(form.isBack() ? "outages.back" : "outages.done"));
      model.addAttribute(
          "affected", form.isBack() ? List.of() : affected(form, presenter, first, last));
      show(form, model);
      return new ModelAndView("session/outages", model.asMap());
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(form, model);
      return new ModelAndView("session/outages", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static LocalDate date(@Nullable String typed) {
    try {
      return LocalDate.parse(Form.of(typed));
    } catch (DateTimeException e) {
      throw new Rejected("DATE_INVALID");
    }
  }

  private @Nullable PersonId presenter(Form form) {
    String typed = Form.of(form.presenter());
    if (typed.isEmpty()) {
      return null;
    }
    return people.find(typed).orElseThrow(() -> new Rejected("PRESENTER_UNKNOWN"));
  }

  private String room(Form form) {
    return rooms().stream()
        .map(Room::id)
        .filter(Form.of(form.room())::equals)
        .findFirst()
        .orElseThrow(() -> new Rejected("UNKNOWN_ROOM"));
  }

  private void show(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("rooms", rooms());
  }

  /** Those of all plans under which a department is under way. */
  private List<Room> rooms() {
    Map<String, Room> rooms = new LinkedHashMap<>();
    for (RolloutRow rollout : all()) {
      plans
          .inForce(rollout.campaign(), rollout.planVersion())
          .rooms()
          .forEach(room -> rooms.putIfAbsent(room.id(), room));
    }
    return rooms.values().stream().sorted(Comparator.comparing(Room::name)).toList();
  }

  private List<Affected> affected(
      Form form, @Nullable PersonId presenter, LocalDate first, LocalDate last) {
    List<Affected> affected = new ArrayList<>();
    for (RolloutRow rollout : all()) {
      for (SessionRow row : sessions.ofRollout(rollout.rollout())) {
        LocalDate date = row.place().start().toLocalDate();
        boolean uses =
            presenter == null
                ? row.place().room().id().equals(Form.of(form.room()))
                : presenter.equals(row.presenter());
        if (uses
            && row.state() == Session.State.PLANNED
            && row.place().startsAt().toInstant().isAfter(orders.now())
            && !date.isBefore(first)
            && !date.isAfter(last)) {
          affected.add(new Affected(row, names.department(rollout.department())));
        }
      }
    }
    return affected;
  }

  private List<RolloutRow> all() {
    return campaigns.list().stream()
        .flatMap(campaign -> rollouts.ofCampaign(campaign.campaign()).stream())
        .toList();
  }
}
