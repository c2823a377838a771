package org.uitrol.application.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.LearningStatement;
import org.uitrol.application.training.LearningVerb;
import org.uitrol.application.training.SubmittedStatement;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;

/** What learning platforms told, in memory. One thread. */
public final class MemoryStatementStore implements StatementStore {

  private final Map<String, Kept> statements = new LinkedHashMap<>();
  private final Map<String, LearningAccountId> accounts = new LinkedHashMap<>();
  private final Map<LearningAccountId, ActorName> names = new HashMap<>();
  private final Map<LearningAccountId, PersonId> people = new HashMap<>();

  private record Kept(
      SubmittedStatement submitted,
      LearningStatement told,
      LearningAccountId account,
      AccountId sender,
      Instant storedAt) {}

  @Override
  public void lock() {}

  @Override
  public Optional<Instant> latest() {
    return statements.values().stream().map(Kept::storedAt).max(Instant::compareTo);
  }

  @Override
  public Instant consistentThrough(Instant now) {
    return now;
  }

  @Override
  public Optional<Known> find(String id) {
    return Optional.ofNullable(statements.get(id)).map(this::known);
  }

  @Override
  public boolean isSame(SubmittedStatement statement) {
    return Objects.requireNonNull(statements.get(statement.id()))
        .submitted()
        .sameness()
        .equals(statement.sameness());
  }

  @Override
  public Account account(ActorName who, Instant at) {
    LearningAccountId id =
        accounts.computeIfAbsent(
            who.key(), key -> new LearningAccountId("account-" + (accounts.size() + 1)));
    names.put(id, who);
    return new Account(id, people.get(id));
  }

  @Override
  public void put(
      SubmittedStatement statement, Account account, AccountId sender, Instant storedAt) {
    statements.put(
        statement.id(),
        new Kept(statement, statement.told().apply(storedAt), account.id(), sender, storedAt));
  }

  @Override
  public Optional<Document> read(String id, AccountId sender) {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public List<Document> list(Query query) {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public List<Document> documentsOf(PersonId person) {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public List<Known> ofAccount(LearningAccountId account) {
    return some(one -> one.account().equals(account) && !one.voided());
  }

  @Override
  public List<Known> ofPerson(PersonId person, Collection<String> activities) {
    return some(
        one ->
            person.equals(one.person())
                && activities.contains(String.valueOf(one.told().activity()))
                && !one.voided());
  }

  @Override
  public List<Known> storedSince(Instant moment) {
    return some(
        one ->
            one.person() != null
                && !Objects.requireNonNull(statements.get(one.told().id()))
                    .storedAt()
                    .isBefore(moment));
  }

  @Override
  public List<Seen> unmatched(int most) {
    return seen(null, most);
  }

  @Override
  public List<Seen> matchedByHand(int most) {
    return people.values().stream().flatMap(one -> seen(one, most).stream()).toList();
  }

  private List<Seen> seen(@Nullable PersonId person, int most) {
    return accounts.values().stream()
        .filter(id -> Objects.equals(people.get(id), person))
        .limit(most)
        .map(
            id ->
                new Seen(
                    id,
                    Objects.requireNonNull(names.get(id)),
                    person,
                    ofAccount(id).size(),
                    List.of(),
                    latest().orElseThrow()))
        .toList();
  }

  @Override
  public void match(LearningAccountId account, PersonId person, boolean byHand) {
    people.put(account, person);
  }

  @Override
  public void release(LearningAccountId account) {
    people.remove(account);
  }

  @Override
  public int forget(Instant before) {
    int size = statements.size();
    statements
        .values()
        .removeIf(one -> people.get(one.account()) == null && one.storedAt().isBefore(before));
    return size - statements.size();
  }

  private List<Known> some(Predicate<Known> which) {
    List<Known> found = new ArrayList<>();
    statements.values().stream().map(this::known).filter(which).forEach(found::add);
    found.sort(Comparator.comparing(one -> one.told().at()));
    return found;
  }

  private Known known(Kept kept) {
    boolean voided =
        !kept.submitted().isVoiding()
            && statements.values().stream()
                .filter(one -> LearningVerb.isVoiding(one.told().verb()))
                .filter(one -> one.sender().equals(kept.sender()))
                .anyMatch(one -> kept.told().id().equals(one.submitted().refersTo()));
    return new Known(
        kept.told(),
        kept.sender(),
        kept.account(),
        people.get(kept.account()),
        kept.submitted().refersTo(),
        voided);
  }
}
