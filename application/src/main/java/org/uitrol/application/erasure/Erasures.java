package org.uitrol.application.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.application.erasure.port.ErasureList;
import org.uitrol.application.erasure.port.ErasureList.Entry;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureCommand.ApproveErasure;
import org.uitrol.domain.erasure.ErasureCommand.ReadmitPerson;
import org.uitrol.domain.erasure.ErasureCommand.RecordStep;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureCommand.RepeatErasure;
import org.uitrol.domain.erasure.ErasureCommand.RequestErasure;
import org.uitrol.domain.erasure.ErasureCommand.WithdrawErasure;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureRefusal;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * Erases people (decision 0038). Each step is done in one transaction with the event that says so,
 * so that it goes on where it stopped; what a step does outside the database it can do again.
 */
@Component
public class Erasures {

  private static final Actor ACTOR = Actor.process(Erasures.class);

  private final PersonVault vault;
  private final List<PersonalDataHolder> holders;
  private final ErasedPeople erased;
  private final ErasureList list;
  private final TrailStore trail;
  private final Streams streams;
  private final CommandDesk desk;
  private final TransactionManager transactions;

  public Erasures(
      PersonVault vault,
      List<PersonalDataHolder> holders,
      ErasedPeople erased,
      ErasureList list,
      TrailStore trail,
      Streams streams,
      CommandDesk desk,
      TransactionManager transactions) {
    this.vault = vault;
    this.holders = holders.stream().sorted(Comparator.comparing(PersonalDataHolder::step)).toList();
    this.erased = erased;
    this.list = list;
    this.trail = trail;
    this.streams = streams;
    this.desk = desk;
    this.transactions = transactions;
  }

  /** How far the latest erasure of a person is; empty when nobody ever asked for one. */
  public Optional<Erasure> find(PersonId person) {
    return streams.state(stream(person), ErasureEvent.class, Erasure::evolve);
  }

  /** What is held about a person, and what has to be settled before it can go. */
  public ErasurePreview preview(PersonId person) {
    Traces traces = traces(person);
    Instant now = desk.now();
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    if (vault.find(person).isPresent()) {
      held.put(DataKind.PROFILE, 1);
    }
    holders.forEach(holder -> add(held, holder.held(traces)));
    held.values().removeIf(count -> count == 0);
    AtomicLong events = new AtomicLong();
    trail.forEach(TrailFilter.ofPerson(person), row -> events.incrementAndGet());
    return new ErasurePreview(held, events.get(), obstacles(traces, now));
  }

  /**
   * Asks for a person to be erased.
   *
   * @param self whose account asks, if that is known
   * @throws Rejected {@code PERSON_UNKNOWN} when nothing is known about such a person; {@code
   *     ERASURE_OBSTRUCTED} while something has to be settled first; else as {@link
   *     Erasure#request}
   */
  public void request(
      PersonId person, ErasureGround ground, AccountId by, @Nullable PersonId self) {
    ask(person, ground, by, self, Actor.account(by));
  }

  /** As {@link #request}, by the organisation's rule about those who left. */
  public void propose(PersonId person) {
    ask(person, ErasureGround.LEFT_LONG_AGO, null, null, ACTOR);
  }

  /**
   * Doesn't agree.
   *
   * @throws Rejected {@code ERASURE_UNKNOWN} when nobody asked for it; else as {@link
   *     Erasure#refuse}
   */
  public void refuse(PersonId person, ErasureRefusal why, AccountId by) {
    requireAsked(person);
    desk.send(new RefuseErasure(person, why, by, desk.now()), Actor.account(by));
  }

  /**
   * Takes a request back.
   *
   * @throws Rejected {@code ERASURE_UNKNOWN} when nobody asked for it; else as {@link
   *     Erasure#withdraw}
   */
  public void withdraw(PersonId person, AccountId by) {
    requireAsked(person);
    desk.send(new WithdrawErasure(person, by, desk.now()), Actor.account(by));
  }

  /**
   * Agrees that a person is erased. The rest follows by itself.
   *
   * @throws Rejected {@code ERASURE_UNKNOWN} when nobody asked for it; {@code ERASURE_OBSTRUCTED}
   *     while something has to be settled first; else as {@link Erasure#approve}
   */
  public void approve(PersonId person, AccountId by, @Nullable PersonId self) {
    requireAsked(person);
    requireFree(person);
    desk.send(new ApproveErasure(person, by, self, desk.now()), Actor.account(by));
  }

  /** As {@link #approve}, by the organisation's rule about those who left. */
  public void approveByRule(PersonId person) {
    requireFree(person);
    desk.send(new ApproveErasure(person, null, null, desk.now()), ACTOR);
  }

  /** Does the next step, if there is one. To be called in a transaction. */
  public void goOn(PersonId person, Instant at) {
    Optional<Erasure> erasure = find(person);
    erasure
        .flatMap(Erasure::next)
        .ifPresent(
            step ->
                desk.send(
                    new RecordStep(person, step, done(erasure.orElseThrow(), step, at), at),
                    ACTOR));
  }

  /**
   * Lets somebody who was erased come in again by HR's list, as a stranger.
   *
   * @param typed an employee number or an address
   * @throws Rejected {@code PERSON_NOT_ERASED} when nobody is known by that any more
   */
  public void readmit(String typed, AccountId by) {
    PersonField field = typed.indexOf('@') >= 0 ? PersonField.EMAIL : PersonField.EMPLOYEE_NUMBER;
    Instant now = desk.now();
    transactions.executeInTransaction(
        () -> {
          PersonId person =
              erased
                  .find(Map.of(field, typed.strip()))
                  .orElseThrow(() -> new Rejected("PERSON_NOT_ERASED"));
          desk.send(new ReadmitPerson(person, by, now), Actor.account(by));
          erased.readmit(person);
          list.readmitted(person, now);
        });
  }

  /**
   * Destroys at once what a database that was restored still has of people who were erased, before
   * anybody can see or be sent anything. Sends no commands.
   *
   * @return whom it still held
   */
  public Set<PersonId> destroyRestored() {
    Set<PersonId> restored = new HashSet<>();
    for (Entry entry : list.all()) {
      transactions.executeInTransaction(
          () -> {
            erased.add(entry.person(), entry.marks(), entry.at());
            boolean underWay =
                find(entry.person()).filter(one -> one.status() == Status.APPROVED).isPresent();
            if (!underWay && vault.find(entry.person()).isPresent()) {
              destroy(traces(entry.person()), entry.at(), false);
              restored.add(entry.person());
            }
          });
    }
    return restored;
  }

  /**
   * Notes in the history that people were erased, whom a database that was restored still held or
   * doesn't know to be erased, and has the rest of each erasure done again.
   */
  public void repeat(Set<PersonId> restored) {
    for (Entry entry : list.all()) {
      Optional<Status> status = find(entry.person()).map(Erasure::status);
      boolean known =
          status.filter(one -> one == Status.ERASED || one == Status.APPROVED).isPresent();
      if (restored.contains(entry.person()) || (!known && isInHistory(entry.person()))) {
        desk.send(new RepeatErasure(entry.person(), entry.number(), entry.at(), desk.now()), ACTOR);
      }
    }
  }

  private void ask(
      PersonId person,
      ErasureGround ground,
      @Nullable AccountId by,
      @Nullable PersonId self,
      Actor actor) {
    Optional<Erasure> former = find(person);
    if (former.filter(one -> one.status() == Status.ERASED).isEmpty()) {
      if (vault.find(person).isEmpty() && !isInHistory(person)) {
        throw new Rejected("PERSON_UNKNOWN", Map.of("person", person.value()));
      }
      requireFree(person);
    }
    desk.send(new RequestErasure(person, ground, by, self, desk.now()), actor);
  }

  private void requireAsked(PersonId person) {
    if (find(person).isEmpty()) {
      throw new Rejected("ERASURE_UNKNOWN", Map.of("person", person.value()));
    }
  }

  private boolean isInHistory(PersonId person) {
    return !streams.events(StreamId.of("employee", person), EmployeeEvent.class).isEmpty();
  }

  private void requireFree(PersonId person) {
    List<Obstacle> obstacles = obstacles(traces(person), desk.now());
    if (!obstacles.isEmpty()) {
      throw new Rejected(
          "ERASURE_OBSTRUCTED",
          Map.of("obstacles", obstacles.stream().map(Obstacle::kind).distinct().toList()));
    }
  }

  private List<Obstacle> obstacles(Traces traces, Instant now) {
    return holders.stream().flatMap(holder -> holder.obstacles(traces, now).stream()).toList();
  }

  private Map<DataKind, Integer> done(Erasure erasure, ErasureStep step, Instant at) {
    Traces traces = traces(erasure.person());
    if (step == ErasureStep.MARK) {
      mark(erasure, traces, at);
      return Map.of();
    }
    holders.stream()
        .filter(holder -> step.isLast() || holder.step() == step)
        .forEach(holder -> holder.requireQuiet(traces));
    return step.isLast() ? destroy(traces, at, true) : destroy(holdersOf(step), traces, at);
  }

  /** A database that was restored may hold somebody of whom only the list has marks. */
  private void mark(Erasure erasure, Traces traces, Instant at) {
    List<String> marks = erased.marksOf(traces.data());
    if (erasure.readmitted() && erasure.repeated()) {
      return;
    }
    erased.add(erasure.person(), marks, at);
    if (!erasure.repeated()) {
      list.add(new Entry(erasure.person(), erasure.number(), at, marks));
    }
  }

  private Map<DataKind, Integer> destroy(Traces traces, Instant at, boolean withPlans) {
    Map<DataKind, Integer> destroyed =
        destroy(
            holders.stream()
                .filter(holder -> withPlans || holder.step() != ErasureStep.LEAVE)
                .toList(),
            traces,
            at);
    if (vault.find(traces.person()).isPresent()) {
      destroyed.merge(DataKind.PROFILE, 1, Integer::sum);
    }
    vault.erase(traces.person());
    return destroyed;
  }

  private static Map<DataKind, Integer> destroy(
      List<PersonalDataHolder> some, Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    some.forEach(holder -> add(destroyed, holder.destroy(traces, at)));
    return destroyed;
  }

  private List<PersonalDataHolder> holdersOf(ErasureStep step) {
    List<PersonalDataHolder> some = new ArrayList<>(holders);
    some.removeIf(holder -> holder.step() != step);
    return some;
  }

  private Traces traces(PersonId person) {
    return Traces.of(person, vault.find(person).orElse(PersonalData.UNKNOWN));
  }

  private static void add(Map<DataKind, Integer> sum, Map<DataKind, Integer> some) {
    some.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
  }

  private static StreamId stream(PersonId person) {
    return StreamId.of("erasure", person);
  }
}
