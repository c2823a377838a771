package org.uitrol.application.communication.view;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** What became of mails, kept in memory. One thread. */
public final class MemoryMailStore implements MailStore {

  private static final Comparator<MailRow> LATEST_FIRST =
      Comparator.comparing(MailRow::requestedAt)
          .reversed()
          .thenComparing(row -> row.dispatch().value());

  private final Map<DispatchId, MailRow> mails = new HashMap<>();
  private final Map<PersonId, Boolean> consents = new HashMap<>();
  private final Map<PersonId, SuppressedRow> suppressed = new HashMap<>();

  @Override
  public void put(MailRow mail) {
    mails.put(mail.dispatch(), mail);
  }

  @Override
  public void consent(PersonId person, boolean optional) {
    consents.put(person, optional);
  }

  @Override
  public void suppress(SuppressedRow row) {
    suppressed.put(row.person(), row);
  }

  @Override
  public void release(PersonId person) {
    suppressed.remove(person);
  }

  @Override
  public List<SuppressedRow> suppressed(int offset, int limit) {
    return suppressed.values().stream()
        .sorted(
            Comparator.comparing(SuppressedRow::since)
                .reversed()
                .thenComparing(row -> row.person().value()))
        .skip(offset)
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<SuppressedRow> suppressed(PersonId person) {
    return Optional.ofNullable(suppressed.get(person));
  }

  @Override
  public void clear() {
    suppressed.clear();
    mails.clear();
    consents.clear();
  }

  @Override
  public Optional<MailRow> find(DispatchId dispatch) {
    return Optional.ofNullable(mails.get(dispatch));
  }

  @Override
  public List<MailRow> ofPerson(PersonId person, int offset, int limit) {
    return page(row -> row.person().equals(person), LATEST_FIRST, offset, limit);
  }

  @Override
  public List<MailRow> ofRollout(RolloutId rollout, int offset, int limit) {
    return page(row -> row.rollout().equals(rollout), LATEST_FIRST, offset, limit);
  }

  @Override
  public List<MailRow> byState(Dispatch.State state, int offset, int limit) {
    return page(
        row -> row.state() == state,
        Comparator.comparing(MailRow::updatedAt).thenComparing(row -> row.dispatch().value()),
        offset,
        limit);
  }

  @Override
  public Map<Dispatch.State, Long> counts() {
    return mails.values().stream()
        .collect(
            Collectors.groupingBy(
                MailRow::state, () -> new EnumMap<>(Dispatch.State.class), Collectors.counting()));
  }

  @Override
  public boolean consents(PersonId person) {
    return consents.getOrDefault(person, true);
  }

  private List<MailRow> page(
      Predicate<MailRow> wanted, Comparator<MailRow> order, int offset, int limit) {
    return mails.values().stream().filter(wanted).sorted(order).skip(offset).limit(limit).toList();
  }
}
