package org.uitrol.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.GrantReaction;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignCommand.TakeDossier;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.ConsultationNoted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentAdmitted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentsQueued;
import org.uitrol.domain.campaign.CampaignEvent.DossierTaken;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.CampaignEvent.ReactionDenied;
import org.uitrol.domain.campaign.CampaignEvent.ReactionGranted;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.shared.WorkingCalendar;

/**
 * A campaign decides which plan version counts, who may approve it and when its waves start.
 *
 * @param waves the departments of each wave; empty before the launch
 * @param scheduled when waves start that have a date
 * @param started waves that have begun
 * @param reached the stages that each department has entered
 * @param completed departments that have gone through all stages
 * @param amendment what was written while it runs and isn't in force yet
 * @param latest the highest version that was written
 * @param consulted versions about which the works council has had its say
 * @param answers what was answered besides what the plan answers
 * @param begun departments that have begun
 * @param queue departments that wait for their turn, with their wave, the longest waiting first
 * @param reactions those that are counted over all departments
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
    Set<DepartmentId> completed,
    @Nullable Amendment amendment,
    int latest,
    Set<Integer> consulted,
    Map<Disclosure, Text> answers,
    Set<DepartmentId> begun,
    Map<DepartmentId, String> queue,
    ReactionCount reactions) {

  /**
   * A campaign begins with its first plan version. What is drafted while it runs is an amendment,
   * which changes nothing before it is approved and put into force.
   */
  public static List<CampaignEvent> draft(@Nullable Campaign campaign, DraftPlan command) {
    if (campaign == null) {
      return List.of(
          new PlanDrafted(command.campaign(), 1, command.plan(), command.by(), command.at()));
    }
    if (campaign.status.isOver()) {
      throw campaign.wrongStatus();
    }
    Plan newest = campaign.amendment == null ? campaign.plan : campaign.amendment.plan();
    if (newest.equals(command.plan())) {
      return List.of();
    }
    return List.of(
        new PlanDrafted(
            command.campaign(), campaign.latest + 1, command.plan(), command.by(), command.at()));
  }

  public List<CampaignEvent> submit(SubmitPlan command) {
    Amendment draft = draft();
    if (draft.status() == CampaignStatus.IN_REVIEW) {
      return List.of();
    }
    require(draft, CampaignStatus.DRAFTED);
    return List.of(
        new PlanSubmitted(command.campaign(), draft.version(), command.by(), command.at()));
  }

  public List<CampaignEvent> returnPlan(ReturnPlan command) {
    Amendment draft = draft();
    require(draft, CampaignStatus.IN_REVIEW);
    return List.of(
        new PlanReturned(
            command.campaign(), draft.version(), command.by(), command.reason(), command.at()));
  }

  /** Four eyes: the author of a version can't approve it. */
  public List<CampaignEvent> approve(ApprovePlan command) {
    Amendment draft = draft();
    if (draft.status() == CampaignStatus.APPROVED) {
      return List.of();
    }
    require(draft, CampaignStatus.IN_REVIEW);
    if (command.by().equals(draft.author())) {
      throw new Rejected("OWN_PLAN", Map.of("version", draft.version()));
    }
    return List.of(
        new PlanApproved(command.campaign(), draft.version(), command.by(), command.at()));
  }

  /** What is drafted, reviewed and approved: the amendment while there is one, else the plan. */
  private Amendment draft() {
    return amendment != null ? amendment : new Amendment(version, plan, author, status);
  }

  private static void require(Amendment draft, CampaignStatus needed) {
    if (draft.status() != needed) {
      throw new Rejected("CAMPAIGN_STATUS", Map.of("status", draft.status()));
    }
  }

  /**
   * Waves that have started keep their departments; all others are those of the new version, and
   * get their dates anew.
   *
   * @throws Rejected {@code NO_AMENDMENT} when that version isn't an approved amendment, or {@code
   *     WAVE_STARTED} when a wave that has started is missing or has other departments
   */
  public List<CampaignEvent> amend(AmendCampaign command, Holidays holidays) {
    if (command.version() == version && status.isUnderWay()) {
      return List.of();
    }
    if (!status.isUnderWay()
        || amendment == null
        || amendment.version() != command.version()
        || amendment.status() != CampaignStatus.APPROVED) {
      throw new Rejected("NO_AMENDMENT", Map.of("version", command.version()));
    }
    List<WaveMembers> members = amendedMembers(amendment.plan(), command.departments());
    List<CampaignEvent> events = new ArrayList<>();
    CampaignAmended amended =
        new CampaignAmended(
            command.campaign(), command.version(), members, command.by(), command.at());
    events.add(amended);
    Campaign next = evolve(this, amended);
    events.addAll(next.schedule(command.campaign(), command.at(), holidays));
    events.addAll(next.admit(command.campaign(), command.at()));
    if (next.everyDepartmentIsDone()) {
      events.add(new CampaignCompleted(command.campaign(), command.at()));
    }
    return events;
  }

  /** Departments in the plan's waves, of which some run already. */
  private List<WaveMembers> amendedMembers(Plan next, Map<DepartmentId, Integer> all) {
    Set<DepartmentId> running = new LinkedHashSet<>();
    started.forEach(wave -> running.addAll(departmentsOf(wave)));
    for (String name : started) {
      Wave wave =
          next.waves().stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new Rejected("WAVE_STARTED", Map.of("wave", name)));
      if (!new HashSet<>(departmentsOf(name)).containsAll(wave.departments())) {
        throw new Rejected("WAVE_STARTED", Map.of("wave", name));
      }
    }
    for (Wave wave : next.waves()) {
      if (!started.contains(wave.name())
          && wave.departments().stream().anyMatch(running::contains)) {
        throw new Rejected("WAVE_STARTED", Map.of("wave", wave.name()));
      }
    }
    return members(next, all, running);
  }

  public List<CampaignEvent> drop(DropAmendment command) {
    Reasons.require(command.reason());
    if (amendment == null || amendment.version() != command.version()) {
      throw new Rejected("NO_AMENDMENT", Map.of("version", command.version()));
    }
    return List.of(
        new AmendmentDropped(
            command.campaign(), command.version(), command.by(), command.reason(), command.at()));
  }

  /** Waves that were due and had to wait for the works council start when people are at work. */
  public List<CampaignEvent> noteConsultation(NoteConsultation command, Holidays holidays) {
    if (consulted.contains(command.version()) == command.settled()) {
      return List.of();
    }
    ConsultationNoted noted =
        new ConsultationNoted(
            command.campaign(), command.version(), command.settled(), command.at());
    List<CampaignEvent> events = new ArrayList<>(List.of(noted));
    if (command.settled() && command.version() == version && status == CampaignStatus.RUNNING) {
      Instant next = WorkingCalendar.of(plan.calendar(), holidays).atWork(command.at());
      scheduled.forEach(
          (wave, due) -> {
            if (!started.contains(wave) && !due.isAfter(command.at())) {
              events.add(new WaveScheduled(command.campaign(), wave, next, command.at()));
            }
          });
    }
    events.addAll(evolve(this, noted).admit(command.campaign(), command.at()));
    return events;
  }

  /** The same answer again changes nothing. */
  public List<CampaignEvent> answer(AnswerQuestion command) {
    if (status.isOver()) {
      throw wrongStatus();
    }
    command.answer().in().values().forEach(Reasons::require);
    if (command.answer().equals(answers.get(command.question()))) {
      return List.of();
    }
    return List.of(
        new QuestionAnswered(
            command.campaign(), command.question(), command.answer(), command.by(), command.at()));
  }

  /** Changes nothing of the campaign, at any time; each is recorded. */
  public List<CampaignEvent> takeDossier(TakeDossier command) {
    return List.of(
        new DossierTaken(
            command.campaign(),
            command.until(),
            command.language(),
            command.format(),
            command.hash(),
            command.by(),
            command.at()));
  }

  /** The questions that have an answer, in the plan or later. */
  public Set<Disclosure> answered() {
    Set<Disclosure> answered = EnumSet.noneOf(Disclosure.class);
    answered.addAll(plan.governance().answers().keySet());
    answered.addAll(answers.keySet());
    return answered;
  }

  /** Resolves the departments of each wave and gives a date to the waves that start on one. */
  public List<CampaignEvent> launch(LaunchCampaign command, Holidays holidays) {
    if (status == CampaignStatus.RUNNING) {
      return List.of();
    }
    require(CampaignStatus.APPROVED);
    CampaignLaunched launched =
        new CampaignLaunched(
            command.campaign(),
            version,
            members(plan, command.departments(), Set.of()),
            command.by(),
            command.at());
    List<CampaignEvent> events = new ArrayList<>(List.of(launched));
    events.addAll(evolve(this, launched).schedule(command.campaign(), command.at(), holidays));
    return events;
  }

  /** The dates of the waves that haven't started and whose date is known. */
  private List<CampaignEvent> schedule(CampaignId campaign, Instant at, Holidays holidays) {
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    List<CampaignEvent> events = new ArrayList<>();
    for (Wave wave : plan.waves()) {
      LocalDate start = wave.start();
      After after = wave.after();
      if (started.contains(wave.name())) {
        continue;
      }
      if (start != null) {
        Instant opening = calendar.opening(calendar.onOrAfter(start));
        Instant due = opening.isAfter(at) ? opening : calendar.atWork(at);
        events.add(new WaveScheduled(campaign, wave.name(), due, at));
      } else if (after != null && hasReached(after)) {
        events.add(new WaveScheduled(campaign, wave.name(), calendar.after(at, after.plus()), at));
      }
    }
    return events;
  }

  /**
   * A wake-up that comes before the wave is due, or for a wave that an amendment took away, changes
   * nothing; neither does one before the works council has had its say, where the plan asks for it.
   * No department begins before those that wait already.
   */
  public List<CampaignEvent> startWave(StartWave command) {
    if (status != CampaignStatus.RUNNING
        || started.contains(command.wave())
        || !waves.containsKey(command.wave())
        || isWaitingForConsultation()) {
      return List.of();
    }
    List<DepartmentId> departments = departmentsOf(command.wave());
    Instant due = scheduled.get(command.wave());
    if (due == null || due.isAfter(command.at())) {
      return List.of();
    }
    int now = queue.isEmpty() ? Math.min(room(), departments.size()) : 0;
    WaveStarted start =
        new WaveStarted(
            command.campaign(), command.wave(), version, departments.subList(0, now), command.at());
    if (now == departments.size()) {
      return List.of(start);
    }
    return List.of(
        start,
        new DepartmentsQueued(
            command.campaign(),
            command.wave(),
            departments.subList(now, departments.size()),
            command.at()));
  }

  /** How many more departments may be under way at once. */
  private int room() {
    Integer most = plan.load().departmentsAtOnce();
    int underWay = (int) begun.stream().filter(one -> !completed.contains(one)).count();
    return most == null ? Integer.MAX_VALUE : Math.max(0, most - underWay);
  }

  /** The departments whose turn it is, in the order in which they came to wait. */
  private List<CampaignEvent> admit(CampaignId campaign, Instant at) {
    List<CampaignEvent> admitted = new ArrayList<>();
    if (status != CampaignStatus.RUNNING || isWaitingForConsultation()) {
      return admitted;
    }
    int room = room();
    for (Map.Entry<DepartmentId, String> waiting : queue.entrySet()) {
      if (admitted.size() >= room) {
        break;
      }
      admitted.add(
          new DepartmentAdmitted(campaign, waiting.getValue(), version, waiting.getKey(), at));
    }
    return admitted;
  }

  /** When enough departments of a wave have entered a stage, waves that wait for it get a date. */
  public List<CampaignEvent> noteStage(NoteStage command, Holidays holidays) {
    if (!status.isUnderWay()
        || reached.getOrDefault(command.department(), Set.of()).contains(command.stage())) {
      return List.of();
    }
    StageReached event =
        new StageReached(command.campaign(), command.department(), command.stage(), command.at());
    List<CampaignEvent> events = new ArrayList<>(List.of(event));
    WorkingCalendar calendar = WorkingCalendar.of(plan.calendar(), holidays);
    Campaign next = evolve(this, event);
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
    if (!status.isUnderWay() || completed.contains(command.department())) {
      return List.of();
    }
    DepartmentCompleted event =
        new DepartmentCompleted(command.campaign(), command.department(), command.at());
    Campaign next = evolve(this, event);
    List<CampaignEvent> events = new ArrayList<>(List.of(event));
    if (next.everyDepartmentIsDone()) {
      events.add(new CampaignCompleted(command.campaign(), command.at()));
    } else {
      events.addAll(next.admit(command.campaign(), command.at()));
    }
    return events;
  }

  /** Who comes first is served first, also while the campaign is paused: the pause is theirs. */
  public List<CampaignEvent> grantReaction(GrantReaction command, Holidays holidays) {
    if (reactions.isAnswered(command.department(), command.reaction(), command.cause())) {
      return List.of();
    }
    RefusalReason refused = refusal(command, holidays);
    return List.of(
        refused == null
            ? new ReactionGranted(
                command.campaign(),
                command.department(),
                command.reaction(),
                command.cause(),
                command.at())
            : new ReactionDenied(
                command.campaign(),
                command.department(),
                command.reaction(),
                command.cause(),
                refused,
                command.at()));
  }

  private @Nullable RefusalReason refusal(GrantReaction command, Holidays holidays) {
    if (reactions.of(command.reaction()) >= command.most()) {
      return RefusalReason.OFTEN_ENOUGH;
    }
    Instant last = reactions.lastFired().get(command.reaction());
    Integer coolDown = command.coolDown();
    return last != null
            && coolDown != null
            && command
                .at()
                .isBefore(WorkingCalendar.of(plan.calendar(), holidays).after(last, coolDown))
        ? RefusalReason.COOLING_DOWN
        : null;
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
    CampaignResumed resumed = new CampaignResumed(command.campaign(), command.by(), command.at());
    List<CampaignEvent> events = new ArrayList<>(List.of(resumed));
    scheduled.forEach(
        (wave, due) -> {
          if (!started.contains(wave) && !due.isAfter(command.at())) {
            events.add(new WaveScheduled(command.campaign(), wave, command.at(), command.at()));
          }
        });
    events.addAll(evolve(this, resumed).admit(command.campaign(), command.at()));
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
    if (event instanceof PlanDrafted drafted
        && (campaign == null || !campaign.status.isUnderWay())) {
      return new Campaign(
          CampaignStatus.DRAFTED,
          drafted.version(),
          drafted.plan(),
          drafted.author(),
          Map.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Set.of(),
          null,
          drafted.version(),
          campaign == null ? Set.of() : campaign.consulted,
          campaign == null ? Map.of() : campaign.answers,
          Set.of(),
          Map.of(),
          ReactionCount.NONE);
    }
    if (campaign == null) {
      throw new IllegalStateException("a campaign can't begin with " + event);
    }
    return new Next(campaign).after(event);
  }

  private static Map<String, List<DepartmentId>> members(List<WaveMembers> all) {
    Map<String, List<DepartmentId>> members = new LinkedHashMap<>();
    all.forEach(wave -> members.put(wave.wave(), wave.departments()));
    return Collections.unmodifiableMap(members);
  }

  /** A copy on which one event is written. */
  private static final class Next {

    private CampaignStatus status;
    private int version;
    private Plan plan;
    private AccountId author;
    private Map<String, List<DepartmentId>> waves;
    private Map<String, Instant> scheduled;
    private Set<String> started;
    private Map<DepartmentId, Set<StageName>> reached;
    private Set<DepartmentId> completed;
    private @Nullable Amendment amendment;
    private int latest;
    private Set<Integer> consulted;
    private Map<Disclosure, Text> answers;
    private Set<DepartmentId> begun;
    private Map<DepartmentId, String> queue;
    private ReactionCount reactions;

    Next(Campaign was) {
      status = was.status;
      version = was.version;
      plan = was.plan;
      author = was.author;
      waves = was.waves;
      scheduled = was.scheduled;
      started = was.started;
      reached = was.reached;
      completed = was.completed;
      amendment = was.amendment;
      latest = was.latest;
      consulted = was.consulted;
      answers = was.answers;
      begun = was.begun;
      queue = was.queue;
      reactions = was.reactions;
    }

    Campaign after(CampaignEvent event) {
      write(event);
      return new Campaign(
          status, version, plan, author, waves, scheduled, started, reached, completed, amendment,
          latest, consulted, answers, begun, queue, reactions);
    }

    private void write(CampaignEvent event) {
      if (event instanceof PlanDrafted drafted) {
        latest = drafted.version();
        amendment =
            new Amendment(
                drafted.version(), drafted.plan(), drafted.author(), CampaignStatus.DRAFTED);
      } else if (event instanceof PlanSubmitted) {
        review(CampaignStatus.IN_REVIEW);
      } else if (event instanceof PlanReturned) {
        review(CampaignStatus.DRAFTED);
      } else if (event instanceof PlanApproved) {
        review(CampaignStatus.APPROVED);
      } else if (event instanceof CampaignLaunched launched) {
        status = CampaignStatus.RUNNING;
        waves = members(launched.waves());
      } else if (event instanceof CampaignAmended amended) {
        amend(amended);
      } else if (event instanceof AmendmentDropped) {
        amendment = null;
      } else if (event instanceof ConsultationNoted noted) {
        consulted =
            noted.settled()
                ? Copies.with(consulted, noted.version())
                : Copies.without(consulted, noted.version());
      } else if (event instanceof QuestionAnswered answered) {
        answers = Copies.with(answers, answered.question(), answered.answer());
      } else if (event instanceof CampaignPaused) {
        status = CampaignStatus.PAUSED;
      } else if (event instanceof CampaignResumed) {
        status = CampaignStatus.RUNNING;
      } else if (event instanceof CampaignCancelled) {
        status = CampaignStatus.CANCELLED;
      } else if (event instanceof CampaignCompleted) {
        status = CampaignStatus.COMPLETED;
      } else {
        writeProgress(event);
      }
    }

    private void writeProgress(CampaignEvent event) {
      if (event instanceof WaveScheduled wave) {
        scheduled = Copies.with(scheduled, wave.wave(), wave.dueAt());
      } else if (event instanceof WaveStarted wave) {
        started = Copies.with(started, wave.wave());
        begun = Copies.withAll(begun, wave.departments());
      } else if (event instanceof DepartmentsQueued queued) {
        for (DepartmentId department : queued.departments()) {
          queue = Copies.with(queue, department, queued.wave());
        }
      } else if (event instanceof DepartmentAdmitted admitted) {
        begun = Copies.with(begun, admitted.department());
        queue = Copies.without(queue, admitted.department());
      } else if (event instanceof StageReached stage) {
        Set<StageName> stages = reached.getOrDefault(stage.department(), Set.of());
        reached = Copies.with(reached, stage.department(), Copies.with(stages, stage.stage()));
      } else if (event instanceof DepartmentCompleted done) {
        completed = Copies.with(completed, done.department());
      } else if (event instanceof ReactionGranted granted) {
        reactions = reactions.granted(granted);
      } else if (event instanceof ReactionDenied denied) {
        reactions = reactions.denied(denied);
      } else if (!(event instanceof DossierTaken)) {
        throw new IllegalStateException("a campaign doesn't know " + event);
      }
    }

    private void review(CampaignStatus next) {
      if (amendment == null) {
        status = next;
      } else {
        amendment = amendment.in(next);
      }
    }

    /** The dates of waves that haven't started are those of the new version. */
    private void amend(CampaignAmended event) {
      if (amendment != null) {
        version = amendment.version();
        plan = amendment.plan();
        author = amendment.author();
        amendment = null;
      }
      waves = members(event.waves());
      Map<String, Instant> kept = new LinkedHashMap<>(scheduled);
      kept.keySet().retainAll(started);
      scheduled = Collections.unmodifiableMap(kept);
    }
  }

  /**
   * Who is in each wave of a plan; waves that have started keep whom they have.
   *
   * @param all every department with how many people it has
   * @param running departments of waves that have started
   */
  private List<WaveMembers> members(
      Plan of, Map<DepartmentId, Integer> all, Set<DepartmentId> running) {
    Set<DepartmentId> named = new TreeSet<>(Comparator.comparing(DepartmentId::value));
    of.waves().forEach(wave -> named.addAll(wave.departments()));
    List<DepartmentId> unknown =
        named.stream().filter(one -> !all.containsKey(one) && !running.contains(one)).toList();
    if (!unknown.isEmpty()) {
      throw new Rejected("UNKNOWN_DEPARTMENTS", Map.of("departments", unknown));
    }
    Map<DepartmentId, Integer> others = new TreeMap<>(Comparator.comparing(DepartmentId::value));
    others.putAll(all);
    others.keySet().removeAll(named);
    long people = others.values().stream().mapToLong(Integer::longValue).sum();
    others.keySet().removeAll(running);
    Map<String, List<DepartmentId>> shares = new HashMap<>();
    for (Wave wave : of.waves()) {
      Integer share = wave.share();
      if (share != null && !started.contains(wave.name())) {
        List<DepartmentId> chosen = WaveShare.choose(others, share, people);
        shares.put(wave.name(), chosen);
        others.keySet().removeAll(chosen);
      }
    }
    List<WaveMembers> members = new ArrayList<>();
    for (Wave wave : of.waves()) {
      if (started.contains(wave.name())) {
        members.add(new WaveMembers(wave.name(), departmentsOf(wave.name())));
        continue;
      }
      List<DepartmentId> departments = new ArrayList<>(wave.departments());
      departments.addAll(shares.getOrDefault(wave.name(), List.of()));
      if (wave.others()) {
        departments.addAll(others.keySet());
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

  /** Whether no wave may start before the works council has had its say about this version. */
  public boolean isWaitingForConsultation() {
    RolloutPlan rollouts = plan.rolloutPlan();
    return rollouts.needsConsultation(rollouts.first()) && !consulted.contains(version);
  }

  private boolean hasReached(After after) {
    List<DepartmentId> earlier = departmentsOf(after.wave());
    long there =
        earlier.stream()
            .filter(one -> reached.getOrDefault(one, Set.of()).contains(after.stage()))
            .count();
    Integer share = after.reached();
    return 100 * there >= (share == null ? 100L : share) * earlier.size();
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
