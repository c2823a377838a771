package org.uitrol.adapters.web.me;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.Text;

/**
 * How far the person's department is in a campaign.
 *
 * @param answers what everybody asks about the tool, where it is answered
 * @param help whether the campaign asks who would help; null when it doesn't
 */
record OwnRollout(
    RolloutId rollout,
    Text campaign,
    String tool,
    StageName stage,
    boolean completed,
    Map<Disclosure, Text> answers,
    @Nullable Help help) {

  /**
   * Whether the person would help colleagues along.
   *
   * @param offered whether they said so
   */
  record Help(Text title, @Nullable Text about, boolean offered) {}

  OwnRollout {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }
}
