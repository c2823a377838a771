package org.uitrol.application.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.port.StatementStore.Account;
import org.uitrol.application.training.port.StatementStore.Known;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.LearnerCommand.BeginCourse;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerCommand.TakeResultBack;
import org.uitrol.domain.training.LearnerRecord;

/**
 * Takes statements about learning over: keeps them first, all or none, and then tells the learner
 * records what they say (decision 0034). The same statement again changes nothing. What can't be
 * told yet, since nobody knows whose it is or the person isn't enrolled, is told once that is so.
 */
public class StatementIntake {

  private final StatementStore store;
  private final ActorSearch search;
  private final LearnerStore learners;
  private final RolloutIndex rollouts;
  private final Plans plans;
  private final CommandDesk desk;
  private final OneTransaction transaction;

  public StatementIntake(
      StatementStore store,
      ActorSearch search,
      LearnerStore learners,
      RolloutIndex rollouts,
      Plans plans,
      CommandDesk desk,
      OneTransaction transaction) {
    this.store = store;
    this.search = search;
    this.learners = learners;
    this.rollouts = rollouts;
    this.plans = plans;
    this.desk = desk;
    this.transaction = transaction;
  }

  /**
   * Keeps statements and tells what they say.
   *
   * @throws Rejected {@code STATEMENT_DIFFERS} when another one has the same id, {@code
   *     STATEMENT_TWICE} when two of these have, {@code VOIDS_VOIDING} when one withdraws a
   *     withdrawal; then none was kept
   */
  public void take(List<SubmittedStatement> statements, AccountId sender, Actor actor) {
    Set<String> fresh = new HashSet<>();
    transaction.run(
        () -> {
          fresh.clear();
          fresh.addAll(keep(statements, sender));
        });
    List<Known> kept =
        fresh.stream().map(store::find).flatMap(Optional::stream).sorted(byTime()).toList();
    kept.forEach(one -> tell(one, actor));
    kept.forEach(one -> withdraw(one, actor));
  }

  private List<String> keep(List<SubmittedStatement> statements, AccountId sender) {
    store.lock();
    Instant now = desk.now();
    Instant storedAt = store.latest().filter(latest -> latest.isAfter(now)).orElse(now);
    Set<String> ids = new HashSet<>();
    List<String> fresh = new ArrayList<>();
    for (SubmittedStatement statement : statements) {
      if (!ids.add(statement.id())) {
        throw new Rejected("STATEMENT_TWICE", Map.of("statement", statement.id()));
      }
      Optional<Known> known = store.find(statement.id());
      if (known.isPresent()) {
        if (!known.get().sender().equals(sender) || !store.isSame(statement)) {
          throw new Rejected("STATEMENT_DIFFERS", Map.of("statement", statement.id()));
        }
        continue;
      }
      requireTarget(statement, sender);
      store.put(statement, account(statement.who(), storedAt), sender, storedAt);
      fresh.add(statement.id());
    }
    return fresh;
  }

  /** A withdrawal may come before what it withdraws, but never withdraws a withdrawal. */
  private void requireTarget(SubmittedStatement statement, AccountId sender) {
    String target = statement.refersTo();
    if (statement.isVoiding() && target != null) {
      store
          .find(target)
          .filter(found -> found.sender().equals(sender))
          .filter(found -> LearningVerb.isVoiding(found.told().verb()))
          .ifPresent(
              found -> {
                throw new Rejected("VOIDS_VOIDING", Map.of("statement", statement.id()));
              });
    }
  }

  private Account account(ActorName who, Instant at) {
    Account account = store.account(who, at);
    if (account.person() != null) {
      return account;
    }
    Optional<PersonId> person = search.find(who);
    person.ifPresent(found -> store.match(account.id(), found, false));
    return new Account(account.id(), person.orElse(null));
  }

  /** Tells everything that an account told before it was known whose it is. */
  public void tellAll(LearningAccountId account, Actor actor) {
    store.ofAccount(account).forEach(one -> tell(one, actor));
  }

  /**
   * Takes back what an account told of a person who isn't the one. What else was told of the same
   * counts again.
   */
  public void takeAllBack(LearningAccountId account, PersonId person, Actor actor) {
    Set<String> activities = new HashSet<>();
    for (Known statement : store.ofAccount(account)) {
      takeBack(statement, person, actor);
      String activity = statement.told().activity();
      if (activity != null) {
        activities.add(activity);
      }
    }
    store.release(account);
    store.ofPerson(person, activities).forEach(one -> tell(one, actor));
  }

  /** Tells a record that begins what was told of its course before. */
  public void tellOf(LearnerRecordId learner, LearnerRow row, Actor actor) {
    Plan plan = plan(row);
    CoursePlan course = plan == null ? null : plan.courses().get(row.course());
    if (plan == null || course == null) {
      return;
    }
    List<String> names = new ArrayList<>();
    if (course.activityIds() != null) {
      names.addAll(course.activityIds().ids());
    }
    if (course.link() != null) {
      names.add(course.link());
    }
    List<Known> before = names.isEmpty() ? List.of() : store.ofPerson(row.person(), names);
    for (Known statement : before) {
      tell(statement, learner, plan.skillMatrix().isTest(row.course()), actor);
    }
  }

  /**
   * Looks again at accounts that are nobody's, and tells what was stored since a moment once more,
   * in case it couldn't be told then.
   */
  public void tellAgain(Instant since, Actor actor) {
    for (StatementStore.Seen seen : store.unmatched(Integer.MAX_VALUE)) {
      search
          .find(seen.name())
          .ifPresent(
              person -> {
                transaction.run(() -> store.match(seen.id(), person, false));
                tellAll(seen.id(), actor);
              });
    }
    store.storedSince(since).forEach(one -> tell(one, actor));
  }

  private void tell(Known statement, Actor actor) {
    PersonId person = statement.person();
    String activity = statement.told().activity();
    if (person == null || activity == null || statement.voided()) {
      return;
    }
    for (LearnerRow row : rows(person, activity)) {
      Plan plan = plan(row);
      if (plan != null && row.state() != LearnerRecord.State.WITHDRAWN) {
        tell(statement, row.learnerRecord(), plan.skillMatrix().isTest(row.course()), actor);
      }
    }
  }

  private void tell(Known statement, LearnerRecordId learner, boolean test, Actor actor) {
    LearningStatement told = statement.told();
    LearningVerb.Effect effect =
        LearningVerb.of(told.verb()).map(LearningVerb::effect).orElse(LearningVerb.Effect.NOTHING);
    switch (effect) {
      case ENDS -> {
        if (!Boolean.FALSE.equals(told.completion())) {
          complete(told, learner, told.success(), actor);
        }
      }
      case PASSES -> complete(told, learner, true, actor);
      case FAILS -> {
        if (test) {
          complete(told, learner, false, actor);
        } else {
          begin(told, learner, actor);
        }
      }
      case BEGINS -> begin(told, learner, actor);
      case NOTHING -> {}
    }
  }

  private void complete(
      LearningStatement told, LearnerRecordId learner, @Nullable Boolean passed, Actor actor) {
    Instant now = desk.now();
    desk.send(
        new CompleteCourse(learner, told.score(), passed, told.source(), before(now, told), now),
        actor);
  }

  private void begin(LearningStatement told, LearnerRecordId learner, Actor actor) {
    Instant now = desk.now();
    desk.send(new BeginCourse(learner, told.source(), before(now, told), now), actor);
  }

  /** The clock of a platform may be ahead of ours. */
  private static Instant before(Instant now, LearningStatement told) {
    return told.at().isAfter(now) ? now : told.at();
  }

  /** What a statement withdraws is taken back; what others tell of the same is told again. */
  private void withdraw(Known voiding, Actor actor) {
    String id = voiding.refersTo();
    if (id == null || !LearningVerb.isVoiding(voiding.told().verb())) {
      return;
    }
    Optional<Known> target =
        store.find(id).filter(found -> found.sender().equals(voiding.sender()));
    PersonId person = target.map(Known::person).orElse(null);
    String activity = target.map(found -> found.told().activity()).orElse(null);
    if (target.isEmpty() || person == null || activity == null || !target.get().voided()) {
      return;
    }
    takeBack(target.get(), person, actor);
    store.ofPerson(person, Set.of(activity)).forEach(one -> tell(one, actor));
  }

  private void takeBack(Known statement, PersonId person, Actor actor) {
    String activity = statement.told().activity();
    if (activity == null) {
      return;
    }
    for (LearnerRow row : rows(person, activity)) {
      desk.send(
          new TakeResultBack(row.learnerRecord(), statement.told().source(), desk.now()), actor);
    }
  }

  private List<LearnerRow> rows(PersonId person, String activity) {
    return learners.ofPerson(person).stream().filter(row -> isNamed(row, activity)).toList();
  }

  private boolean isNamed(LearnerRow row, String activity) {
    Plan plan = plan(row);
    CoursePlan course = plan == null ? null : plan.courses().get(row.course());
    return course != null && course.isNamed(activity);
  }

  private @Nullable Plan plan(LearnerRow row) {
    return rollouts
        .find(row.rollout())
        .map(entry -> plans.inForce(entry.campaign(), entry.planVersion()))
        .orElse(null);
  }

  private static Comparator<Known> byTime() {
    return Comparator.comparing((Known one) -> one.told().at())
        .thenComparing(one -> one.told().id());
  }
}
