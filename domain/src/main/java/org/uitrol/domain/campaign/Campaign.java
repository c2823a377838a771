package org.uitrol.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * A campaign decides which plan version counts, who may approve it and when its waves start.
 *
 * @param waves the departments of each wave; empty before the launch
 * @param scheduled when waves start that have a date
 * @param started waves that have begun
 * @param reached the stages that each department has entered
 * @param completed departments that have gone through all stages
 */
public record Campaign(
    CampaignStatus status,
    int version,
    Plan plan,
    AccountId author,
    Map<String, List<DepartmentId>> waves,
    Map<String, Instant> scheduled,
    Set<String> started,
    Map<DepartmentId, Set<StageName>> reached,
    Set<DepartmentId> completed) {

  /** A campaign begins with its first plan version; a running one can't be redrafted. */
  public static List<CampaignEvent> draft(@Nullable Campaign campaign, DraftPlan command) {
    if (campaign == null) {
      return List.of(
          new PlanDrafted(command.campaign(), 1, command.plan(), command.by(), command.at()));
    }
    campaign.require(CampaignStatus.DRAFTED, CampaignStatus.IN_REVIEW, CampaignStatus.APPROVED);
    if (campaign.plan.equals(command.plan())) {
      return List.of();
    }
    return List.of(
        new PlanDrafted(
            command.campaign(), campaign.version + 1, command.plan(), command.by(), command.at()));
  }

  public List<CampaignEvent> submit(SubmitPlan command) {
    if (status == CampaignStatus.IN_REVIEW) {
      return List.of();
    }
    require(CampaignStatus.DRAFTED);
    return List.of(new PlanSubmitted(command.campaign(), version, command.by(), command.at()));
  }

  public List<CampaignEvent> returnPlan(ReturnPlan command) {
    require(CampaignStatus.IN_REVIEW);
    return List.of(
        new PlanReturned(
            command.campaign(), version, command.by(), command.reason(), command.at()));
  }

  /** Four eyes: the author of a version can't approve it. */
  public List<CampaignEvent> approve(ApprovePlan command) {
    if (status == CampaignStatus.APPROVED) {
      return List.of();
    }
    require(CampaignStatus.IN_REVIEW);
    if (command.by().equals(author)) {
      throw new Rejected("OWN_PLAN", Map.of("version", version));
    }
    return List.of(new PlanApproved(command.campaign(), version, command.by(), command.at()));
  }

  /** Resolves the departments of each wave and gives a date to the waves that start on one. */
  public List<CampaignEvent> launch(LaunchCampaign command, Holidays holidays) {
    if (status == CampaignStatus.RUNNING) {
      return List.of();
    }
    require(CampaignStatus.APPROVED);
    List<WaveMembers> members = members(command.departments());
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    List<CampaignEvent> events = new ArrayList<>();
    events.add(
        new CampaignLaunched(command.campaign(), version, members, command.by(), command.at()));
    for (Wave wave : plan.waves()) {
      LocalDate start = wave.start();
      if (start != null) {
        Instant opening = calendar.opening(calendar.onOrAfter(start));
        Instant due = opening.isAfter(command.at()) ? opening : calendar.atWork(command.at());
        events.add(new WaveScheduled(command.campaign(), wave.name(), due, command.at()));
      }
    }
    return events;
  }

  /** A wake-up that comes before the wave is due changes nothing. */
  public List<CampaignEvent> startWave(StartWave command) {
    if (status != CampaignStatus.RUNNING || started.contains(command.wave())) {
      return List.of();
    }
    List<DepartmentId> departments = departmentsOf(command.wave());
    Instant due = scheduled.get(command.wave());
    if (due == null || due.isAfter(command.at())) {
      return List.of();
    }
    return List.of(
        new WaveStarted(command.campaign(), command.wave(), version, departments, command.at()));
  }

  /** When the last department of a wave enters a stage, waves that wait for it get their date. */
  public List<CampaignEvent> noteStage(NoteStage command, Holidays holidays) {
    if (!isUnderWay()
        || reached.getOrDefault(command.department(), Set.of()).contains(command.stage())) {
      return List.of();
    }
    StageReached event =
        new StageReached(command.campaign(), command.department(), command.stage(), command.at());
    List<CampaignEvent> events = new ArrayList<>(List.of(event));
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    Campaign next = evolve(event);
    for (Wave wave : plan.waves()) {
      After after = wave.after();
      if (after != null && !scheduled.containsKey(wave.name()) && next.hasReached(after)) {
        events.add(
            new WaveScheduled(
                command.campaign(),
                wave.name(),
                calendar.after(command.at(), after.plus()),
                command.at()));
      }
    }
    return events;
  }

  /** A cancelled campaign stays cancelled, whoever gets through after that. */
  public List<CampaignEvent> noteCompletion(NoteCompletion command) {
    if (!isUnderWay() || completed.contains(command.department())) {
      return List.of();
    }
    DepartmentCompleted event =
        new DepartmentCompleted(command.campaign(), command.department(), command.at());
    if (evolve(event).everyDepartmentIsDone()) {
      return List.of(event, new CampaignCompleted(command.campaign(), command.at()));
    }
    return List.of(event);
  }

  public List<CampaignEvent> pause(PauseCampaign command) {
    if (status == CampaignStatus.PAUSED) {
      return List.of();
    }
    require(CampaignStatus.RUNNING);
    return List.of(
        new CampaignPaused(command.campaign(), command.by(), command.reason(), command.at()));
  }

  /** Waves that fell due in the pause are scheduled anew, for now. */
  public List<CampaignEvent> resume(ResumeCampaign command) {
    if (status == CampaignStatus.RUNNING) {
      return List.of();
    }
    require(CampaignStatus.PAUSED);
    List<CampaignEvent> events = new ArrayList<>();
    events.add(new CampaignResumed(command.campaign(), command.by(), command.at()));
    scheduled.forEach(
        (wave, due) -> {
          if (!started.contains(wave) && !due.isAfter(command.at())) {
            events.add(new WaveScheduled(command.campaign(), wave, command.at(), command.at()));
          }
        });
    return events;
  }

  public List<CampaignEvent> cancel(CancelCampaign command) {
    if (status == CampaignStatus.CANCELLED) {
      return List.of();
    }
    if (status == CampaignStatus.COMPLETED) {
      throw wrongStatus();
    }
    return List.of(
        new CampaignCancelled(command.campaign(), command.by(), command.reason(), command.at()));
  }

  /** The state after one event; the first one begins it. */
  public static Campaign evolve(@Nullable Campaign campaign, CampaignEvent event) {
    if (event instanceof PlanDrafted drafted) {
      return new Campaign(
          CampaignStatus.DRAFTED,
          drafted.version(),
          drafted.plan(),
          drafted.author(),
          Map.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Set.of());
    }
    if (campaign == null) {
      throw new IllegalStateException("a campaign can't begin with " + event);
    }
    return campaign.evolve(event);
  }

  private Campaign evolve(CampaignEvent event) {
    if (event instanceof PlanSubmitted) {
      return with(CampaignStatus.IN_REVIEW);
    } else if (event instanceof PlanReturned) {
      return with(CampaignStatus.DRAFTED);
    } else if (event instanceof PlanApproved) {
      return with(CampaignStatus.APPROVED);
    } else if (event instanceof CampaignLaunched launched) {
      Map<String, List<DepartmentId>> members = new LinkedHashMap<>();
      launched.waves().forEach(wave -> members.put(wave.wave(), wave.departments()));
      return new Campaign(
          CampaignStatus.RUNNING,
          version,
          plan,
          author,
          Collections.unmodifiableMap(members),
          scheduled,
          started,
          reached,
          completed);
    } else if (event instanceof WaveScheduled wave) {
      return with(Copies.with(scheduled, wave.wave(), wave.dueAt()), started, reached, completed);
    } else if (event instanceof WaveStarted wave) {
      return with(scheduled, Copies.with(started, wave.wave()), reached, completed);
    } else if (event instanceof StageReached stage) {
      Set<StageName> stages =
          Copies.with(reached.getOrDefault(stage.department(), Set.of()), stage.stage());
      return with(scheduled, started, Copies.with(reached, stage.department(), stages), completed);
    } else if (event instanceof DepartmentCompleted done) {
      return with(scheduled, started, reached, Copies.with(completed, done.department()));
    } else if (event instanceof CampaignPaused) {
      return with(CampaignStatus.PAUSED);
    } else if (event instanceof CampaignResumed) {
      return with(CampaignStatus.RUNNING);
    } else if (event instanceof CampaignCancelled) {
      return with(CampaignStatus.CANCELLED);
    } else if (event instanceof CampaignCompleted) {
      return with(CampaignStatus.COMPLETED);
    }
    throw new IllegalStateException("a campaign doesn't know " + event);
  }

  private Campaign with(CampaignStatus next) {
    return new Campaign(next, version, plan, author, waves, scheduled, started, reached, completed);
  }

  private Campaign with(
      Map<String, Instant> nextScheduled,
      Set<String> nextStarted,
      Map<DepartmentId, Set<StageName>> nextReached,
      Set<DepartmentId> nextCompleted) {
    return new Campaign(
        status,
        version,
        plan,
        author,
        waves,
        nextScheduled,
        nextStarted,
        nextReached,
        nextCompleted);
  }

  private List<WaveMembers> members(Set<DepartmentId> all) {
    Set<DepartmentId> named = new TreeSet<>(Comparator.comparing(DepartmentId::value));
    plan.waves().forEach(wave -> named.addAll(wave.departments()));
    List<DepartmentId> unknown = named.stream().filter(one -> !all.contains(one)).toList();
    if (!unknown.isEmpty()) {
      throw new Rejected("UNKNOWN_DEPARTMENTS", Map.of("departments", unknown));
    }
    List<DepartmentId> others =
        all.stream()
            .filter(one -> !named.contains(one))
            .sorted(Comparator.comparing(DepartmentId::value))
            .toList();
    List<WaveMembers> members = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      List<DepartmentId> departments = new ArrayList<>(wave.departments());
      if (wave.others()) {
        departments.addAll(others);
      }
      if (departments.isEmpty()) {
        throw new Rejected("EMPTY_WAVE", Map.of("wave", wave.name()));
      }
      members.add(new WaveMembers(wave.name(), departments));
    }
    return members;
  }

  private List<DepartmentId> departmentsOf(String wave) {
    List<DepartmentId> departments = waves.get(wave);
    if (departments == null) {
      throw new Rejected("UNKNOWN_WAVE", Map.of("wave", wave));
    }
    return departments;
  }

  private boolean isUnderWay() {
    return status == CampaignStatus.RUNNING || status == CampaignStatus.PAUSED;
  }

  private boolean hasReached(After after) {
    return departmentsOf(after.wave()).stream()
        .allMatch(one -> reached.getOrDefault(one, Set.of()).contains(after.stage()));
  }

  private boolean everyDepartmentIsDone() {
    return waves.values().stream().flatMap(List::stream).allMatch(completed::contains);
  }

  private void require(CampaignStatus... allowed) {
    if (!List.of(allowed).contains(status)) {
      throw wrongStatus();
    }
  }

  private Rejected wrongStatus() {
    return new Rejected("CAMPAIGN_STATUS", Map.of("status", status));
  }
}
