package org.uitrol.adapters.web.followup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.LocalPath;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.followup.view.FollowUpRow;
import org.uitrol.application.followup.view.FollowUpStore;
import org.uitrol.application.followup.view.StepRow;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Who is followed up for what, and the end of it by hand. */
@Controller
class FollowUpPages {

  private static final Set<FollowUpOutcome> BY_HAND =
      Set.of(FollowUpOutcome.DONE, FollowUpOutcome.DROPPED);

  private final FollowUpStore followUps;
  private final RolloutStore rollouts;
  private final Orders orders;
  private final Names names;
  private final Words words;

  FollowUpPages(
      FollowUpStore followUps, RolloutStore rollouts, Orders orders, Names names, Words words) {
    this.followUps = followUps;
    this.rollouts = rollouts;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A follow-up in the queue. */
  record Listed(FollowUpRow row, String person, String department, String task, String next) {}

  @GetMapping("/follow-ups")
  String queue(Model model) {
    List<FollowUpRow> open = followUps.open();
    Function<PersonId, String> called =
        names.people(open.stream().map(FollowUpRow::person).collect(Collectors.toSet()));
    Function<DepartmentId, String> departments = names.departments();
    Map<RolloutId, String> places =
        open.stream()
            .map(FollowUpRow::rollout)
            .distinct()
            .collect(
                Collectors.toMap(
                    rollout -> rollout,
                    rollout ->
                        rollouts
                            .find(rollout)
                            .map(RolloutRow::department)
                            .map(departments)
                            .orElse("")));
    model.addAttribute(
        "followUps",
        open.stream()
            .map(
                row ->
                    new Listed(
                        row,
                        called.apply(row.person()),
                        places.getOrDefault(row.rollout(), ""),
                        task(row),
                        next(row)))
            .toList());
    return "followup/followups";
  }

  @PostMapping("/follow-ups/{followUp}/close")
  String close(
      @PathVariable FollowUpId followUp,
      @RequestParam FollowUpOutcome outcome,
      @RequestParam(defaultValue = "/follow-ups") String back,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (!BY_HAND.contains(outcome)) {
      throw new NotFound();
    }
    orders.send(user, at -> new CloseFollowUp(followUp, outcome, at));
    Done.say(next, words.say("followUp.closed"));
    return "redirect:" + LocalPath.of(back).value();
  }

  private String task(FollowUpRow row) {
    return rollouts
        .activity(row.rollout(), row.activity())
        .map(ActivityRow::task)
        .map(words::text)
        .orElse("");
  }

  private String next(FollowUpRow row) {
    return row.steps().stream()
        .filter(step -> step.state() == StepRow.State.TO_COME)
        .findFirst()
        .map(step -> describe(step, step.step().mail()))
        .orElseGet(() -> words.say("followUp.noStep"));
  }

  private String describe(StepRow step, @Nullable String mail) {
    String day = words.day(step.step().dueAt());
    return mail == null
        ? words.say("followUp.escalate", words.of(step.step().escalateTo()), day)
        : words.say("followUp.remind", day);
  }
}
