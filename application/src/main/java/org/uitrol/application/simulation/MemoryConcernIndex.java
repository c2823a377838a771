package org.uitrol.application.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;

/** The index of concerns in memory. */
public final class MemoryConcernIndex implements ConcernIndex {

  private final Map<String, Entry> entries = new TreeMap<>();

  @Override
  public void put(Entry entry) {
    entries.put(entry.concern().value(), entry);
  }

  @Override
  public Optional<Entry> find(ConcernId concern) {
    return Optional.ofNullable(entries.get(concern.value()));
  }

  @Override
  public List<Entry> open(CampaignId campaign) {
    return entries.values().stream()
        .filter(entry -> entry.open() && entry.campaign().equals(campaign))
        .toList();
  }
}
