package org.uitrol.adapters.web.me;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.Text;

/**
 * How far the person's department is in a campaign.
 *
 * @param answers what everybody asks about the tool, where it is answered
 */
record OwnRollout(
    Text campaign, String tool, StageName stage, boolean completed, Map<Disclosure, Text> answers) {

  OwnRollout {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }
}
