package org.uitrol.application.adoption.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/** Looks kept in memory. One thread. */
public final class MemoryLookStore implements LookStore {

  private static final Comparator<LookRow> LATEST_FIRST =
      Comparator.comparing(LookRow::at).reversed().thenComparing(look -> look.look().value());

  private final Map<UsageLookId, LookRow> looks = new HashMap<>();

  @Override
  public void put(LookRow look) {
    looks.put(look.look(), look);
  }

  @Override
  public void clear() {
    looks.clear();
  }

  @Override
  public List<LookRow> ofPerson(PersonId person) {
    return sorted().filter(look -> look.person().equals(person)).toList();
  }

  @Override
  public List<LookRow> ofCampaign(CampaignId campaign, int most) {
    return sorted().filter(look -> look.campaign().equals(campaign)).limit(most).toList();
  }

  private Stream<LookRow> sorted() {
    return looks.values().stream().sorted(LATEST_FIRST);
  }
}
