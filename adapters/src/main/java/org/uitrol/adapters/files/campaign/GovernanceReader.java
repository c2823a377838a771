package org.uitrol.adapters.files.campaign;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.LegalBasis;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.Text;

/** Reads what the plan owes the people that it is for. */
final class GovernanceReader {

  private static final List<String> BASES = Keys.all(LegalBasis.class);

  private final Values values;
  private final Problems problems;

  GovernanceReader(Values values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  Governance read(Fields campaign, List<StageName> stages) {
    return new Governance(
        consultation(campaign.get("consultation"), stages),
        answers(campaign.get("answers")),
        measures(campaign.get("measures")));
  }

  private @Nullable ConsultationRule consultation(@Nullable Entry entry, List<StageName> stages) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.CONSULTATION, problems);
    List<String> keys = stages.stream().map(StageName::key).toList();
    String first = keys.isEmpty() ? StageName.ANNOUNCE.key() : keys.get(0);
    return new ConsultationRule(
        values.line(fields.need("body")),
        values.word(fields.need("needs"), List.of("advice", "consent"), "consent").equals("advice")
            ? Needs.ADVICE
            : Needs.CONSENT,
        StageName.of(values.word(fields.need("before"), keys, first)));
  }

  private Map<Disclosure, Text> answers(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.ANSWERS, problems);
    Map<Disclosure, Text> answers = new EnumMap<>(Disclosure.class);
    for (Disclosure question : Disclosure.values()) {
      Entry answer = fields.get(question.key());
      if (answer != null) {
        answers.put(question, values.text(answer, true, Values.PARAGRAPHS));
      }
    }
    return answers;
  }

  private Map<MeasureKind, MeasureRule> measures(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.MEASURES, problems);
    Map<MeasureKind, MeasureRule> measures = new EnumMap<>(MeasureKind.class);
    for (MeasureKind kind : MeasureKind.values()) {
      Entry measure = fields.get(kind.key());
      if (measure != null) {
        measures.put(kind, measure(measure, MeasureRule.usual(kind)));
      }
    }
    return measures;
  }

  private MeasureRule measure(Entry entry, MeasureRule usual) {
    Fields fields = Fields.of(entry, Shape.MEASURE, problems);
    Entry why = fields.get("why");
    Entry basis = fields.get("basis");
    Entry keep = fields.get("keep");
    String key = values.word(basis, BASES, usual.basis().key());
    return new MeasureRule(
        why == null ? null : values.text(why, true, Values.PARAGRAPHS),
        basis == null ? usual.basis() : Keys.find(LegalBasis.class, key).orElse(usual.basis()),
        keep == null ? usual.keep() : values.months(keep));
  }
}
