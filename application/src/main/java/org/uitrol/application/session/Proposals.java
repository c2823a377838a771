package org.uitrol.application.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.session.Proposal.State;
import org.uitrol.application.session.SessionPlanning.Booked;
import org.uitrol.application.session.port.ProposalStore;
import org.uitrol.application.session.port.SessionHours;
import org.uitrol.application.session.port.SessionPlanner;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutCommand.NoteExtraSession;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.session.SessionCommand.InvitePerson;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionCommand.RearrangeSession;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Draft;
import org.uitrol.domain.session.timetable.FirstFit;
import org.uitrol.domain.session.timetable.Guest;
import org.uitrol.domain.session.timetable.Objection;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.session.timetable.TimetableRules;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;

/**
 * Proposals of sessions: begun, changed by hand, and accepted by a manager. Every look at one is
 * against what is known at that moment, so that a room that was taken meanwhile is noticed. Nothing
 * is booked and nobody is invited before it is accepted; then all of it happens or nothing.
 */
@Component
public class Proposals {

  private final TimetableQuestions questions;
  private final ProposalStore store;
  private final SessionPlanner planner;
  private final SessionPlanning planning;
  private final SessionHours hours;
  private final ExtraSessions extra;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final CommandDesk desk;
  private final IdSource ids;
  private final TransactionManager transactions;

  public Proposals(
      TimetableQuestions questions,
      ProposalStore store,
      SessionPlanner planner,
      SessionPlanning planning,
      SessionHours hours,
      ExtraSessions extra,
      RolloutIndex rollouts,
      Plans plans,
      CommandDesk desk,
      IdSource ids,
      TransactionManager transactions) {
    this.questions = questions;
    this.store = store;
    this.planner = planner;
    this.planning = planning;
    this.hours = hours;
    this.extra = extra;
    this.rollouts = rollouts;
    this.plans = plans;
    this.desk = desk;
    this.ids = ids;
    this.transactions = transactions;
  }

  /**
   * A proposal beside what is known now.
   *
   * @param objections the rules that it breaks
   * @param unseated who has no seat in it, and why
   */
  public record Seen(
      Proposal proposal,
      TimetableProblem problem,
      List<Objection> objections,
      Map<PersonId, NoSeat> unseated) {

    /** Whether it changes anything. */
    public boolean changesAnything() {
      return problem.drafts().stream()
              .anyMatch(
                  draft ->
                      !Objects.equals(
                          draft.before(), proposal.best().of(draft.session()).orElse(null)))
          || problem.guests().stream()
              .anyMatch(
                  guest ->
                      guest.seat() == null && proposal.best().seats().containsKey(guest.person()));
    }

    /** Whether nothing that it breaks keeps it from being accepted. */
    public boolean isAcceptable() {
      return proposal.state() == State.READY
          && changesAnything()
          && objections.stream().allMatch(one -> one.rule().isOfPerson());
    }
  }

  /** What came of an acceptance. */
  public record Outcome(int planned, int moved, int invited, int unseated) {}

  /**
   * Makes one, with what is found at once; whoever runs searches is to look for a better one.
   *
   * @throws Rejected as {@link TimetableQuestions#of}
   */
  public Proposal begin(RolloutId rollout, String activity) {
    String id = ids.next();
    TimetableProblem problem = questions.of(rollout, activity, id, desk.now());
    Timetable start = FirstFit.of(problem);
    Proposal proposal =
        new Proposal(
            id, rollout, activity, State.SEARCHING, start, planner.rate(problem, start), 0, 1);
    store.add(proposal);
    return proposal;
  }

  public Optional<Proposal> latest(RolloutId rollout, String activity) {
    return store.latest(rollout, activity);
  }

  /** A proposal beside what is known now. */
  public Seen see(Proposal proposal) {
    TimetableProblem problem = question(proposal);
    return see(proposal, problem);
  }

  /** The question that a proposal answers, as it is now. */
  public TimetableProblem question(Proposal proposal) {
    return questions.of(proposal.rollout(), proposal.activity(), proposal.id(), desk.now());
  }

  private static Seen see(Proposal proposal, TimetableProblem problem) {
    Map<PersonId, NoSeat> unseated = new LinkedHashMap<>();
    for (Guest guest : problem.guests()) {
      if (!proposal.best().seats().containsKey(guest.person())) {
        unseated.put(guest.person(), problem.reason(guest));
      }
    }
    return new Seen(
        proposal, problem, new TimetableRules(problem).objections(proposal.best()), unseated);
  }

  /** Ends a search; the best that was found stays. */
  public void stop(Proposal proposal) {
    store.stop(proposal.id());
  }

  /** Has a better one looked for, from where it is. */
  public void goOn(Proposal proposal) {
    requireReady(proposal);
    change(proposal, proposal.in(State.SEARCHING));
  }

  public void discard(Proposal proposal) {
    if (proposal.isOpen()) {
      change(proposal, proposal.in(State.DISCARDED));
    }
  }

  /**
   * Puts a person in another session, or in none.
   *
   * @param anyway whether what keeps the person from it is set aside
   * @return what keeps the person from it; empty when it was done
   * @throws Rejected {@code PROPOSAL_CHANGED}, {@code PROPOSAL_BUSY}, {@code SEAT_KEPT} or {@code
   *     TIMETABLE_BROKEN}
   */
  public List<Objection> seat(
      Proposal proposal, PersonId person, @Nullable SessionId session, boolean anyway) {
    requireReady(proposal);
    TimetableProblem problem = question(proposal);
    Guest guest = problem.guest(person).orElseThrow(() -> new Rejected("PROPOSAL_CHANGED"));
    if (guest.seat() != null) {
      throw new Rejected("SEAT_KEPT");
    }
    Timetable best = proposal.best();
    if (session != null && best.of(session).isEmpty()) {
      throw new Rejected("PROPOSAL_CHANGED");
    }
    Timetable next = session == null ? best.without(person) : best.with(person, session);
    return keep(proposal, problem, withoutEmpty(next, problem), anyway);
  }

  /**
   * Puts a session elsewhere or has somebody else lead it; one that there isn't yet is added.
   *
   * @return whom it doesn't suit and why; empty when it was done
   * @throws Rejected {@code PROPOSAL_CHANGED}, {@code PROPOSAL_BUSY} or {@code TIMETABLE_BROKEN}
   */
  public List<Objection> arrange(
      Proposal proposal, SessionId session, Arrangement arrangement, boolean anyway) {
    requireReady(proposal);
    TimetableProblem problem = question(proposal);
    if (problem.draft(session).isEmpty()) {
      throw new Rejected("PROPOSAL_CHANGED");
    }
    return keep(proposal, problem, proposal.best().with(session, arrangement), anyway);
  }

  /** New rules that are broken keep it from happening; old ones don't. */
  private List<Objection> keep(
      Proposal proposal, TimetableProblem problem, Timetable next, boolean anyway) {
    TimetableRules rules = new TimetableRules(problem);
    List<Objection> added = new ArrayList<>(rules.objections(next));
    added.removeAll(rules.objections(proposal.best()));
    for (Objection one : added) {
      if (!one.rule().isOfPerson()) {
        throw new Rejected("TIMETABLE_BROKEN", Map.of("rule", one.rule()));
      }
    }
    if (!added.isEmpty() && !anyway) {
      return added;
    }
    change(proposal, proposal.with(next, planner.rate(problem, next)));
    return List.of();
  }

  /** A session that isn't planned yet and in which nobody sits any more is dropped. */
  private static Timetable withoutEmpty(Timetable timetable, TimetableProblem problem) {
    Map<SessionId, Arrangement> sessions = new LinkedHashMap<>(timetable.sessions());
    Set<SessionId> used = new LinkedHashSet<>(timetable.seats().values());
    sessions
        .keySet()
        .removeIf(
            id ->
                !used.contains(id)
                    && problem.draft(id).filter(draft -> draft.before() != null).isEmpty());
    return new Timetable(sessions, timetable.seats());
  }

  /**
   * Plans, moves and invites as proposed.
   *
   * @throws Rejected {@code PROPOSAL_CHANGED}, {@code PROPOSAL_BUSY}, {@code TIMETABLE_BROKEN}, or
   *     what a booking refuses that was made at the same moment; nothing happened then
   */
  public Outcome accept(Proposal proposal, Actor actor) {
    requireReady(proposal);
    Instant at = desk.now();
    return transactions.fetchInTransaction(() -> accept(proposal, at, actor));
  }

  private Outcome accept(Proposal proposal, Instant at, Actor actor) {
    Seen seen = see(proposal);
    for (Objection one : seen.objections()) {
      if (!one.rule().isOfPerson()) {
        throw new Rejected("TIMETABLE_BROKEN", Map.of("rule", one.rule()));
      }
    }
    if (!seen.changesAnything()) {
      throw new Rejected("PROPOSAL_CHANGED");
    }
    change(proposal, proposal.in(State.ACCEPTED));
    Entry entry = rollouts.find(proposal.rollout()).orElseThrow();
    int moved = move(seen, entry, at, actor);
    int planned = plan(seen, entry, at, actor);
    int invited = invite(seen, at, actor);
    return new Outcome(planned, moved, invited, seen.unseated().size());
  }

  /** What moves gives up its old place first: two sessions may change places. */
  private int move(Seen seen, Entry entry, Instant at, Actor actor) {
    Map<Draft, Arrangement> moves = new LinkedHashMap<>();
    for (Draft draft : seen.problem().drafts()) {
      Arrangement before = draft.before();
      Optional<Arrangement> now = seen.proposal().best().of(draft.session());
      if (before != null && now.isPresent() && !now.get().equals(before)) {
        moves.put(draft, now.get());
        Booked booked = new Booked(before.place(), before.lead());
        planning.release(draft.session(), booked, null, entry.department(), at, actor);
      }
    }
    moves.forEach(
        (draft, now) -> {
          planning.book(draft.session(), now.place(), now.lead(), entry.department(), at, actor);
          desk.send(new RearrangeSession(draft.session(), now.place(), now.lead(), at), actor);
          hours.put(draft.session(), now.place());
        });
    return moves.size();
  }

  private int plan(Seen seen, Entry entry, Instant at, Actor actor) {
    Proposal proposal = seen.proposal();
    ActivityPlan activity =
        extra
            .activity(proposal.rollout(), proposal.activity())
            .orElseThrow(() -> new Rejected("PROPOSAL_CHANGED"));
    Plan plan = plans.inForce(entry.campaign(), entry.planVersion());
    int planned = 0;
    for (Draft draft : seen.problem().drafts()) {
      Optional<Arrangement> found = proposal.best().of(draft.session());
      if (draft.before() != null || found.isEmpty()) {
        continue;
      }
      Arrangement now = found.get();
      List<PersonId> people = proposal.best().people(draft.session());
      planning.book(draft.session(), now.place(), now.lead(), entry.department(), at, actor);
      desk.send(
          new NoteExtraSession(
              proposal.rollout(), proposal.activity(), draft.session(), seen.unseated(), at),
          actor);
      extra.leaveWaitingLists(
          proposal.rollout(), proposal.activity(), draft.session(), people, at, actor);
      desk.send(
          new PlanSession(
              draft.session(),
              proposal.rollout(),
              proposal.activity(),
              activity.kind(),
              Objects.requireNonNull(ActivityTitles.title(activity, plan)),
              now.place(),
              now.lead(),
              people,
              at,
              now.language()),
          actor);
      planning.note(draft.session(), now.place(), people);
      planned++;
    }
    return planned;
  }

  /** Who gets a seat that is free in a session that there is already. */
  private int invite(Seen seen, Instant at, Actor actor) {
    Proposal proposal = seen.proposal();
    int invited = 0;
    for (Guest guest : seen.problem().guests()) {
      SessionId session = proposal.best().seats().get(guest.person());
      if (guest.seat() != null || session == null) {
        continue;
      }
      invited++;
      boolean there =
          seen.problem().draft(session).filter(draft -> draft.before() != null).isPresent();
      if (there) {
        extra.leaveWaitingLists(
            proposal.rollout(), proposal.activity(), session, List.of(guest.person()), at, actor);
        desk.send(new InvitePerson(session, guest.person(), at), actor);
        hours.hold(session, guest.person());
      }
    }
    return invited;
  }

  private void change(Proposal before, Proposal after) {
    if (!store.change(before, after)) {
      throw new Rejected("PROPOSAL_CHANGED");
    }
  }

  private static void requireReady(Proposal proposal) {
    if (proposal.state() != State.READY) {
      throw new Rejected(
          proposal.state() == State.SEARCHING ? "PROPOSAL_BUSY" : "PROPOSAL_CHANGED");
    }
  }
}
