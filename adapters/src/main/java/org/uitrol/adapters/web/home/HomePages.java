package org.uitrol.adapters.web.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.uitrol.adapters.persistence.eventstore.DeadLetters;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Consultations;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** What waits for whoever is signed in. */
@Controller
class HomePages {

  private static final int SHOWN_SESSIONS = 6;

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final SessionStore sessions;
  private final FollowUpStore followUps;
  private final MailStore mails;
  private final DeadLetters letters;
  private final Consultations consultations;
  private final Orders orders;
  private final Names names;
  private final Words words;

  HomePages(
      CampaignStore campaigns,
      RolloutStore rollouts,
      SessionStore sessions,
      FollowUpStore followUps,
      MailStore mails,
      DeadLetters letters,
      Consultations consultations,
      Orders orders,
      Names names,
      Words words) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.sessions = sessions;
    this.followUps = followUps;
    this.mails = mails;
    this.letters = letters;
    this.consultations = consultations;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /**
   * Something that waits for somebody.
   *
   * @param look the class of its sign
   * @param sign its state in a word
   */
  record Todo(String path, String what, String detail, String look, String sign) {}

  /** A session to come. */
  record Coming(SessionRow session, String department) {}

  @GetMapping("/")
  String home(@AuthenticationPrincipal ConsoleUser user, Model model) {
    List<Todo> todo = new ArrayList<>();
    List<Coming> coming = new ArrayList<>();
    Instant now = orders.now();
    if (user.is(Role.CHANGE_MANAGER)) {
      plans(user, todo);
      departments(todo, coming);
      followUps(todo);
    }
    PersonId person = user.person();
    if (user.is(Role.PRESENTER) && person != null) {
      sessions.ofPresenter(person).forEach(session -> coming.add(coming(session)));
    }
    if (user.is(Role.WORKS_COUNCIL)) {
      consultations(todo);
    }
    if (user.is(Role.ADMIN)) {
      stuck(todo);
    }
    model.addAttribute("user", user);
    model.addAttribute("todo", todo);
    model.addAttribute(
        "coming",
        coming.stream()
            .filter(one -> one.session().state() == Session.State.PLANNED)
            .filter(one -> one.session().place().endsAt().toInstant().isAfter(now))
            .sorted(Comparator.comparing(one -> one.session().place().startsAt().toInstant()))
            .limit(SHOWN_SESSIONS)
            .toList());
    model.addAttribute(
        "running",
        user.is(Role.CHANGE_MANAGER) || user.is(Role.WORKS_COUNCIL)
            ? campaigns.list().stream().filter(row -> row.status().isUnderWay()).toList()
            : List.of());
    model.addAttribute(
        "campaignsShown", user.is(Role.CHANGE_MANAGER) || user.is(Role.WORKS_COUNCIL));
    model.addAttribute("first", user.is(Role.CHANGE_MANAGER) && campaigns.list().isEmpty());
    return "home/home";
  }

  private void plans(ConsoleUser user, List<Todo> todo) {
    for (CampaignRow row : campaigns.list()) {
      String title = words.text(row.title());
      String path = "/campaigns/" + row.campaign();
      if (row.status() == CampaignStatus.IN_REVIEW && !row.author().equals(user.id())) {
        todo.add(
            new Todo(
                path,
                words.say("home.toApprove", title),
                words.say("home.by", names.account(row.author())),
                "warn",
                words.of(row.status())));
      } else if (row.status() == CampaignStatus.APPROVED) {
        todo.add(
            new Todo(
                path,
                words.say("home.toLaunch", title),
                words.say("home.by", names.account(row.approvedBy())),
                "good",
                words.of(row.status())));
      } else if (row.amendment() != null
          && row.amendment().status() != CampaignStatus.DRAFTED
          && !row.amendment().author().equals(user.id())) {
        todo.add(
            new Todo(
                path + "/amendment",
                words.say(
                    row.amendment().status() == CampaignStatus.IN_REVIEW
                        ? "home.toApproveAmendment"
                        : "home.toAmend",
                    title),
                words.say("home.by", names.account(row.amendment().author())),
                "warn",
                words.of(row.amendment().status())));
      } else if (row.status() == CampaignStatus.DRAFTED && row.author().equals(user.id())) {
        todo.add(new Todo(path, words.say("home.toSubmit", title), "", "", words.of(row.status())));
      }
    }
  }

  /** Plans about which the works council hasn't had its say. */
  private void consultations(List<Todo> todo) {
    for (CampaignRow row : campaigns.list()) {
      consultations
          .find(row.campaign())
          .filter(one -> !one.isSettled() && one.version() >= row.version())
          .ifPresent(
              one ->
                  todo.add(
                      new Todo(
                          "/campaigns/" + row.campaign() + "/consultation",
                          words.say("home.toConsult", words.text(row.title())),
                          words.say("campaign.version", one.version()),
                          "warn",
                          words.of(one.rule().needs()))));
    }
  }

  private void departments(List<Todo> todo, List<Coming> coming) {
    Function<DepartmentId, String> called = names.departments();
    for (CampaignRow campaign : campaigns.list()) {
      if (!campaign.status().isUnderWay()) {
        continue;
      }
      String title = words.text(campaign.title());
      for (RolloutRow row : rollouts.ofCampaign(campaign.campaign())) {
        String department = called.apply(row.department());
        String path = "/rollouts/" + row.rollout();
        if (row.status() == RolloutStatus.RUNNING && !row.holds().isEmpty()) {
          todo.add(
              new Todo(
                  path,
                  words.say("home.held", department),
                  title + " · " + String.join("; ", row.holds()),
                  "stop",
                  words.say("board.held")));
        }
        if (row.status() == RolloutStatus.RUNNING && row.overdue()) {
          todo.add(
              new Todo(
                  path,
                  words.say("home.overdue", department, words.of(row.stage())),
                  title,
                  "warn",
                  words.say("board.overdue")));
        }
        sessions
            .ofRollout(row.rollout())
            .forEach(session -> coming.add(new Coming(session, department)));
      }
    }
  }

  private void followUps(List<Todo> todo) {
    int open = followUps.open().size();
    if (open > 0) {
      todo.add(
          new Todo(
              "/follow-ups",
              words.say("home.followUps", open),
              "",
              "wait",
              words.say("home.open")));
    }
  }

  /** Letters that nobody could read are about the present; no event tells of them. */
  private void stuck(List<Todo> todo) {
    Map<Dispatch.State, Long> counts = mails.counts();
    long stuck =
        counts.getOrDefault(Dispatch.State.UNKNOWN, 0L)
            + counts.getOrDefault(Dispatch.State.FAILED, 0L);
    if (stuck > 0) {
      todo.add(
          new Todo(
              "/operations",
              words.say("home.stuckMail", stuck),
              "",
              "bad",
              words.say("home.stuck")));
    }
    int dead = TimeTravel.destination() == null ? letters.list().size() : 0;
    if (dead > 0) {
      todo.add(
          new Todo(
              "/operations",
              words.say("home.deadLetters", dead),
              "",
              "bad",
              words.say("home.stuck")));
    }
  }

  private Coming coming(SessionRow session) {
    @Nullable DepartmentId department =
        rollouts.find(session.rollout()).map(RolloutRow::department).orElse(null);
    return new Coming(session, department == null ? "" : names.department(department));
  }
}
