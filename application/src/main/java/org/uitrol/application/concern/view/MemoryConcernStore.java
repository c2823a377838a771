package org.uitrol.application.concern.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/** The register of concerns, kept in memory. One thread. */
public final class MemoryConcernStore implements ConcernStore {

  private static final Comparator<ConcernRow> NEWEST_FIRST =
      Comparator.comparing(ConcernRow::raisedAt)
          .reversed()
          .thenComparing(row -> row.concern().id().value());

  private final Map<ConcernId, ConcernRow> concerns = new HashMap<>();

  @Override
  public void put(ConcernRow concern) {
    concerns.put(concern.concern().id(), concern);
  }

  @Override
  public void clear() {
    concerns.clear();
  }

  @Override
  public Optional<ConcernRow> find(ConcernId concern) {
    return Optional.ofNullable(concerns.get(concern));
  }

  @Override
  public List<ConcernRow> list() {
    return concerns.values().stream()
        .sorted(
            Comparator.comparing((ConcernRow row) -> !row.open())
                .thenComparing(
                    (one, other) ->
                        one.open() && other.open()
                            ? one.concern().dueAt().compareTo(other.concern().dueAt())
                            : 0)
                .thenComparing(NEWEST_FIRST))
        .toList();
  }

  @Override
  public List<ConcernRow> ofPerson(PersonId person) {
    return newestFirst(row -> person.equals(row.concern().asker()));
  }

  @Override
  public List<ConcernRow> published(CampaignId campaign) {
    return newestFirst(row -> row.publicVersion() > 0 && row.concern().campaign().equals(campaign));
  }

  private List<ConcernRow> newestFirst(Predicate<ConcernRow> wanted) {
    return concerns.values().stream().filter(wanted).sorted(NEWEST_FIRST).toList();
  }
}
