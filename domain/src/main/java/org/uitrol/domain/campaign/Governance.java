package org.uitrol.domain.campaign;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.Text;

/**
 * What a plan owes the people that it is for.
 *
 * @param consultation what the works council has to say; null when it need not be asked
 * @param answers what the plan answers to the questions that everybody asks; the rest is answered
 *     later
 * @param measures why, on what basis and how long each kind of measure is taken, where the plan
 *     says so
 */
public record Governance(
    @Nullable ConsultationRule consultation,
    Map<Disclosure, Text> answers,
    Map<MeasureKind, MeasureRule> measures) {

  public static final Governance NONE = new Governance(null, Map.of(), Map.of());

  public Governance {
    Map<Disclosure, Text> told = new EnumMap<>(Disclosure.class);
    told.putAll(answers);
    answers = Collections.unmodifiableMap(told);
    Map<MeasureKind, MeasureRule> rules = new EnumMap<>(MeasureKind.class);
    rules.putAll(measures);
    measures = Collections.unmodifiableMap(rules);
  }

  /**
   * Whether a version may do what needs the works council's say: it has had it, or need not be
   * asked.
   *
   * @param consulted versions about which the works council has had its say
   */
  public boolean isConsulted(int version, Set<Integer> consulted) {
    return consultation == null || consulted.contains(version);
  }

  /** All answers, those that were given after the plan was written before the plan's own. */
  public Map<Disclosure, Text> answersWith(Map<Disclosure, Text> later) {
    Map<Disclosure, Text> all = new EnumMap<>(Disclosure.class);
    all.putAll(answers);
    all.putAll(later);
    return all;
  }
}
