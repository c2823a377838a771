package org.uitrol.application.world;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;

/** The words of concerns in memory, without encryption. */
final class MemoryConcernTexts implements ConcernTexts {

  private record Key(ConcernId concern, Part part, int version) {}

  private final Map<Key, String> texts = new LinkedHashMap<>();
  private final Map<String, ConcernId> codes = new HashMap<>();

  @Override
  public void put(
      ConcernId concern,
      Part part,
      int version,
      CampaignId campaign,
      @Nullable PersonId asker,
      String text) {
    texts.put(new Key(concern, part, version), text);
  }

  @Override
  public List<Written> all(ConcernId concern) {
    return texts.entrySet().stream()
        .filter(entry -> entry.getKey().concern().equals(concern))
        .map(
            entry -> new Written(entry.getKey().part(), entry.getKey().version(), entry.getValue()))
        .toList();
  }

  @Override
  public Optional<String> find(ConcernId concern, Part part, int version) {
    return Optional.ofNullable(texts.get(new Key(concern, part, version)));
  }

  @Override
  public void open(String code, ConcernId concern) {
    codes.put(code, concern);
  }

  @Override
  public Optional<ConcernId> byCode(String code) {
    return Optional.ofNullable(codes.get(code));
  }
}
