package org.uitrol.adapters.web.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.uitrol.adapters.web.rollout.GateWords.Condition;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.GateReports;
import org.uitrol.application.rollout.GateReports.RolloutReport;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.ReactionRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.rollout.view.StageRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.ApproveGate;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.rollout.RolloutCommand.RollBack;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.WaiveCondition;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;

/** One department in one campaign. */
@Controller
class RolloutPages {

  private static final int SHOWN_REACTIONS = 30;

  private final RolloutStore rollouts;
  private final CampaignStore campaigns;
  private final Plans plans;
  private final GateReports gates;
  private final GateWords gateWords;
  private final SessionStore sessions;
  private final SurveyStore surveys;
  private final LearnerStore learners;
  private final PathStore paths;
  private final FollowUpStore followUps;
  private final Orders orders;
  private final Names names;
  private final Words words;

  RolloutPages(
      RolloutStore rollouts,
      CampaignStore campaigns,
      Plans plans,
      GateReports gates,
      GateWords gateWords,
      SessionStore sessions,
      SurveyStore surveys,
      LearnerStore learners,
      PathStore paths,
      FollowUpStore followUps,
      Orders orders,
      Names names,
      Words words) {
    this.rollouts = rollouts;
    this.campaigns = campaigns;
    this.plans = plans;
    this.gates = gates;
    this.gateWords = gateWords;
    this.sessions = sessions;
    this.surveys = surveys;
    this.learners = learners;
    this.paths = paths;
    this.followUps = followUps;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** An activity with what people call it. */
  record Activity(ActivityRow row, String title, boolean canBeSkipped, boolean canHaveMore) {}

  /** A reaction that was considered, in words. */
  record Reaction(ReactionRow row, String about, String person, String seen, String did) {}

  /** Reactions that didn't fire for the same reason, the latest of them, and how often. */
  record Refusal(ReactionRow row, String about, int times, String seen) {}

  /** A survey with its results, where they may be shown. */
  record Survey(SurveyRow row, double rate, Map<String, String> results) {}

  /**
   * How far people are with one course, or with a whole path.
   *
   * @param path the activity that the path is; null for a course
   */
  record Course(String title, long people, long completed, long overdue, @Nullable String path) {}

  /** A follow-up with whom it is about. */
  record FollowUp(FollowUpRow row, String person, String about) {}

  @GetMapping("/rollouts/{rollout}")
  String rollout(
      @PathVariable String rollout, @AuthenticationPrincipal ConsoleUser user, Model model) {
    RolloutRow row = find(rollout);
    Plan plan = plans.inForce(row.campaign(), row.planVersion());
    Function<String, String> titles = titles(row, plan);
    model.addAttribute("manager", user.is(Role.CHANGE_MANAGER));
    model.addAttribute("rollout", row);
    model.addAttribute("department", names.department(row.department()));
    model.addAttribute("campaignTitle", campaignTitle(row));
    model.addAttribute(
        "approves",
        Arrays.stream(Approver.values())
            .filter(role -> user.is(Role.valueOf(role.name())))
            .collect(Collectors.toSet()));
    model.addAttribute(
        "earlier",
        row.stages().stream()
            .map(StageRow::stage)
            .filter(one -> one.compareTo(row.stage()) < 0)
            .toList());
    model.addAttribute("stages", StageName.values());
    gate(row, titles, model);
    model.addAttribute("activities", activities(row, plan, titles));
    model.addAttribute("sessions", sessions.ofRollout(row.rollout()));
    model.addAttribute("surveys", surveys(row));
    model.addAttribute("courses", courses(row, titles));
    List<ReactionRow> considered = rollouts.reactions(row.rollout());
    model.addAttribute("reactions", reactions(considered, titles, user));
    model.addAttribute("refusals", refusals(considered, titles));
    model.addAttribute(
        "followUps", user.is(Role.CHANGE_MANAGER) ? followUps(row, titles) : List.of());
    return "rollout/rollout";
  }

  @GetMapping("/rollouts/{rollout}/hold")
  String askToHold(@PathVariable String rollout, Model model) {
    return ask(find(rollout), Decision.of("hold"), model);
  }

  @PostMapping("/rollouts/{rollout}/hold")
  ModelAndView hold(
      @PathVariable String rollout,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    return decide(
        row,
        Decision.of("hold"),
        reason,
        model,
        next,
        () ->
            orders.send(user, at -> new HoldRollout(row.rollout(), user.id(), reason.strip(), at)));
  }

  @GetMapping("/rollouts/{rollout}/release")
  String askToRelease(@PathVariable String rollout, Model model) {
    return ask(find(rollout), Decision.of("release"), model);
  }

  @PostMapping("/rollouts/{rollout}/release")
  ModelAndView release(
      @PathVariable String rollout,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    return decide(
        row,
        Decision.of("release"),
        reason,
        model,
        next,
        () ->
            orders.send(
                user, at -> new ReleaseRollout(row.rollout(), user.id(), reason.strip(), at)));
  }

  @GetMapping("/rollouts/{rollout}/waive")
  String askToWaive(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam String condition,
      Model model) {
    RolloutRow row = find(rollout);
    return ask(row, Decision.ofCondition(stage(stage), condition), model);
  }

  @PostMapping("/rollouts/{rollout}/waive")
  ModelAndView waive(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam String condition,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    StageName looked = stage(stage);
    return decide(
        row,
        Decision.ofCondition(looked, condition),
        reason,
        model,
        next,
        () ->
            orders.send(
                user,
                at ->
                    new WaiveCondition(
                        row.rollout(), looked, condition, user.id(), reason.strip(), at)));
  }

  @GetMapping("/rollouts/{rollout}/activities/{activity}/skip")
  String askToSkip(@PathVariable String rollout, @PathVariable String activity, Model model) {
    RolloutRow row = find(rollout);
    if (rollouts.activity(row.rollout(), activity).isEmpty()) {
      throw new NotFound();
    }
    return ask(row, skipping(row, activity), model);
  }

  @PostMapping("/rollouts/{rollout}/activities/{activity}/skip")
  ModelAndView skip(
      @PathVariable String rollout,
      @PathVariable String activity,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    return decide(
        row,
        skipping(row, activity),
        reason,
        model,
        next,
        () ->
            orders.send(
                user,
                at -> new SkipActivity(row.rollout(), activity, user.id(), reason.strip(), at)));
  }

  @GetMapping("/rollouts/{rollout}/approve")
  String askToApprove(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam String as,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    return ask(find(rollout), Decision.ofApproval(stage(stage), approver(as, user)), model);
  }

  @PostMapping("/rollouts/{rollout}/approve")
  ModelAndView approve(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam String as,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    StageName looked = stage(stage);
    Approver role = approver(as, user);
    return decide(
        row,
        Decision.ofApproval(looked, role),
        "",
        model,
        next,
        () -> orders.send(user, at -> new ApproveGate(row.rollout(), looked, role, user.id(), at)));
  }

  @GetMapping("/rollouts/{rollout}/skip-stage")
  String askToSkipStage(@PathVariable String rollout, Model model) {
    RolloutRow row = find(rollout);
    return ask(row, Decision.ofStage("skip-stage", row.stage(), null, words), model);
  }

  @PostMapping("/rollouts/{rollout}/skip-stage")
  ModelAndView skipStage(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    StageName looked = stage(stage);
    return decide(
        row,
        Decision.ofStage("skip-stage", looked, null, words),
        reason,
        model,
        next,
        () ->
            orders.send(
                user, at -> new SkipStage(row.rollout(), looked, user.id(), reason.strip(), at)));
  }

  @GetMapping("/rollouts/{rollout}/roll-back")
  String askToRollBack(@PathVariable String rollout, @RequestParam String to, Model model) {
    RolloutRow row = find(rollout);
    return ask(row, Decision.ofStage("roll-back", row.stage(), stage(to), words), model);
  }

  @PostMapping("/rollouts/{rollout}/roll-back")
  ModelAndView rollBack(
      @PathVariable String rollout,
      @RequestParam String stage,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    RolloutRow row = find(rollout);
    StageName looked = stage(stage);
    StageName earlier = stage(to);
    return decide(
        row,
        Decision.ofStage("roll-back", looked, earlier, words),
        reason,
        model,
        next,
        () ->
            orders.send(
                user,
                at -> new RollBack(row.rollout(), looked, earlier, user.id(), reason.strip(), at)));
  }

  /** Nobody approves in a role that they don't have. */
  private static Approver approver(String typed, ConsoleUser user) {
    return Arrays.stream(Approver.values())
        .filter(role -> role.key().equals(typed))
        .filter(role -> user.is(Role.valueOf(role.name())))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Something that a manager decides with a reason, on a page that asks for it.
   *
   * @param key of its words
   * @param path below the department's page
   * @param about what it is about; empty for the department
   * @param fields what the form sends along
   */
  record Decision(String key, String path, String about, Map<String, String> fields) {

    static Decision of(String key) {
      return new Decision(key, key, "", Map.of());
    }

    static Decision ofCondition(StageName stage, String condition) {
      return new Decision(
          "waive", "waive", condition, Map.of("stage", stage.name(), "condition", condition));
    }

    static Decision ofApproval(StageName stage, Approver as) {
      return new Decision("approve", "approve", "", Map.of("stage", stage.name(), "as", as.key()));
    }

    static Decision ofStage(String key, StageName stage, @Nullable StageName to, Words words) {
      return to == null
          ? new Decision(key, key, words.of(stage), Map.of("stage", stage.name()))
          : new Decision(key, key, words.of(to), Map.of("stage", stage.name(), "to", to.name()));
    }

    /** Whether it asks why. */
    public boolean hasReason() {
      return !key.equals("approve");
    }
  }

  private Decision skipping(RolloutRow row, String activity) {
    Plan plan = plans.inForce(row.campaign(), row.planVersion());
    return new Decision(
        "skip", "activities/" + activity + "/skip", titles(row, plan).apply(activity), Map.of());
  }

  private static StageName stage(String typed) {
    return Arrays.stream(StageName.values())
        .filter(stage -> stage.name().equals(typed))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private ModelAndView decide(
      RolloutRow row,
      Decision decision,
      String reason,
      Model model,
      RedirectAttributes next,
      Runnable order) {
    try {
      if (decision.hasReason()) {
        Reasons.require(reason);
      }
      order.run();
    } catch (Rejected refused) {
      model.addAttribute(
          refused.code().equals("REASON_MISSING") ? "problem" : "refused", words.rejected(refused));
      String page = ask(row, decision, model);
      model.addAttribute("reason", reason);
      return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("rollout.done." + decision.key()));
    return new ModelAndView("redirect:/rollouts/" + row.rollout());
  }

  private String ask(RolloutRow row, Decision decision, Model model) {
    model.addAttribute("rollout", row);
    model.addAttribute("department", names.department(row.department()));
    model.addAttribute("campaignTitle", campaignTitle(row));
    model.addAttribute("heading", words.say("rollout." + decision.key()));
    model.addAttribute("decision", decision);
    model.addAttribute("reason", "");
    return "rollout/reason";
  }

  private RolloutRow find(String rollout) {
    return rollouts.find(new RolloutId(rollout)).orElseThrow(NotFound::new);
  }

  private String campaignTitle(RolloutRow row) {
    return campaigns
        .find(row.campaign())
        .map(CampaignRow::title)
        .map(words::text)
        .orElse(row.campaign().value());
  }

  private void gate(RolloutRow row, Function<String, String> titles, Model model) {
    Instant now = orders.now();
    Optional<RolloutReport> report =
        row.status().isOver() ? Optional.empty() : gates.report(row.rollout(), now);
    List<Condition> conditions =
        report
            .map(
                found ->
                    gateWords.conditions(
                        found.gate(), row.campaign(), titles::apply, openCourses(row, titles)))
            .orElse(List.of());
    model.addAttribute("gate", report.map(RolloutReport::gate).orElse(null));
    model.addAttribute("conditions", conditions);
    model.addAttribute(
        "facts",
        report
            .map(
                found -> {
                  Map<String, String> facts = new LinkedHashMap<>();
                  found
                      .gate()
                      .facts()
                      .values()
                      .forEach(
                          (name, value) ->
                              facts.put(gateWords.meaning(name), gateWords.value(name, value)));
                  return facts;
                })
            .orElseGet(LinkedHashMap::new));
  }

  /** What people call the courses of this stage that aren't over. */
  private List<String> openCourses(RolloutRow row, Function<String, String> titles) {
    return rollouts.activities(row.rollout()).stream()
        .filter(one -> one.kind().isTraining())
        .filter(one -> one.stage() == row.stage() && one.state() == ActivityRow.State.STARTED)
        .map(one -> titles.apply(one.activity()))
        .toList();
  }

  private List<Activity> activities(RolloutRow row, Plan plan, Function<String, String> titles) {
    return rollouts.activities(row.rollout()).stream()
        .map(
            activity ->
                new Activity(
                    activity,
                    titles.apply(activity.activity()),
                    row.status() == RolloutStatus.RUNNING
                        && (activity.state() == ActivityRow.State.PLANNED
                            || activity.state() == ActivityRow.State.STARTED),
                    canHaveMore(row, plan, activity)))
        .toList();
  }

  /** Whether an extra session can be planned: of meetings that have begun to be planned. */
  private static boolean canHaveMore(RolloutRow row, Plan plan, ActivityRow activity) {
    return plan.meeting(activity.kind(), activity.uses()).isPresent()
        && activity.people() > 0
        && activity.endsAt() != null
        && !row.status().isOver();
  }

  /** What people call an activity, by its id. */
  private Function<String, String> titles(RolloutRow row, Plan plan) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (ActivityRow activity : rollouts.activities(row.rollout())) {
      titles.put(
          activity.activity(),
          ActivityTitles.of(
              new ActivityPlan(
                  activity.activity(),
                  activity.kind(),
                  activity.uses(),
                  0,
                  0,
                  null,
                  activity.task()),
              plan,
              words.language()));
    }
    return id -> {
      String title = titles.get(id);
      return title == null ? id : title.replaceAll("\\{\\{[^}]*}}", "…");
    };
  }

  private List<Survey> surveys(RolloutRow row) {
    return surveys.ofRollout(row.rollout()).stream()
        .map(
            survey -> {
              Map<String, String> results = new LinkedHashMap<>();
              survey
                  .outcome()
                  .forEach(
                      (name, value) ->
                          results.put(label(survey, name), gateWords.value(name, value)));
              double rate =
                  survey.invited() == 0 ? 0 : (double) survey.participated() / survey.invited();
              return new Survey(survey, rate, results);
            })
        .toList();
  }

  /** The question itself, for an answer; the fact's meaning for the rest. */
  private String label(SurveyRow survey, String name) {
    return survey.plan().questions().stream()
        .filter(question -> name.equals(question.fact()))
        .findFirst()
        .map(question -> words.text(question.ask()))
        .orElseGet(() -> gateWords.meaning(name));
  }

  private List<Course> courses(RolloutRow row, Function<String, String> titles) {
    Map<String, List<LearnerRow>> byActivity =
        learners.ofRollout(row.rollout()).stream()
            .filter(learner -> learner.state() != LearnerRecord.State.WITHDRAWN)
            .collect(
                Collectors.groupingBy(
                    LearnerRow::activity, LinkedHashMap::new, Collectors.toList()));
    Map<String, List<SkillPath>> onPaths =
        paths.ofRollout(row.rollout()).stream()
            .filter(path -> path.state() != SkillPath.State.LEFT)
            .collect(
                Collectors.groupingBy(
                    SkillPath::activity, LinkedHashMap::new, Collectors.toList()));
    List<Course> courses = new ArrayList<>();
    byActivity.forEach(
        (activity, some) -> {
          if (!onPaths.containsKey(activity)) {
            courses.add(
                new Course(
                    titles.apply(activity),
                    some.size(),
                    count(some, LearnerRecord.State.COMPLETED),
                    count(some, LearnerRecord.State.OVERDUE),
                    null));
          }
        });
    onPaths.forEach(
        (activity, some) ->
            courses.add(
                new Course(
                    titles.apply(activity),
                    some.size(),
                    some.stream().filter(path -> path.state() == SkillPath.State.COMPLETED).count(),
                    byActivity.getOrDefault(activity, List.of()).stream()
                        .filter(one -> one.state() == LearnerRecord.State.OVERDUE)
                        .map(LearnerRow::person)
                        .distinct()
                        .count(),
                    activity)));
    return courses;
  }

  private static long count(Collection<LearnerRow> learners, LearnerRecord.State state) {
    return learners.stream().filter(learner -> learner.state() == state).count();
  }

  /** Those about one person are for managers only. */
  private List<Reaction> reactions(
      List<ReactionRow> considered, Function<String, String> titles, ConsoleUser user) {
    List<ReactionRow> shown =
        considered.stream()
            .filter(ReactionRow::fired)
            .filter(one -> one.person() == null || user.is(Role.CHANGE_MANAGER))
            .limit(SHOWN_REACTIONS)
            .toList();
    Function<PersonId, String> called =
        names.people(
            shown.stream()
                .map(ReactionRow::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return shown.stream()
        .map(
            one ->
                new Reaction(
                    one,
                    one.activity().isEmpty() ? "" : titles.apply(one.activity()),
                    name(one.person(), called),
                    gateWords.seen(one.seen()),
                    one.actions().stream()
                        .map(
                            action ->
                                words.of(action.kind())
                                    + (action.uses().isEmpty() ? "" : " " + action.uses()))
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  /** Those that didn't fire, with what they saw last: most are the same for many people. */
  private List<Refusal> refusals(List<ReactionRow> considered, Function<String, String> titles) {
    Map<List<String>, List<ReactionRow>> alike =
        considered.stream()
            .filter(one -> !one.fired())
            .collect(
                Collectors.groupingBy(
                    one -> List.of(one.reaction(), one.activity(), String.valueOf(one.refused())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream()
        .map(
            rows ->
                new Refusal(
                    rows.get(0),
                    rows.get(0).activity().isEmpty() ? "" : titles.apply(rows.get(0).activity()),
                    rows.size(),
                    rows.get(0).person() == null ? gateWords.seen(rows.get(0).seen()) : ""))
        .toList();
  }

  private static String name(@Nullable PersonId person, Function<PersonId, String> called) {
    return person == null ? "" : called.apply(person);
  }

  private List<FollowUp> followUps(RolloutRow row, Function<String, String> titles) {
    List<FollowUpRow> open =
        followUps.ofRollout(row.rollout()).stream().filter(FollowUpRow::open).toList();
    Function<PersonId, String> called =
        names.people(open.stream().map(FollowUpRow::person).collect(Collectors.toSet()));
    return open.stream()
        .map(one -> new FollowUp(one, called.apply(one.person()), titles.apply(one.activity())))
        .toList();
  }
}
