package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.conditions.ConditionCheck;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads conditions, and tells where in the file a condition is wrong. */
final class ConditionReader {

  private final YamlTree tree;
  private final Problems problems;
  private final ConditionCheck check;
  private final Map<String, SurveyPlan> surveys;
  private final List<Fact> evidence;
  private final @Nullable UsageRule usage;
  private final Map<Entry, Set<String>> asked = new LinkedHashMap<>();

  ConditionReader(
      YamlTree tree,
      Problems problems,
      ConditionCheck check,
      Map<String, SurveyPlan> surveys,
      @Nullable UsageRule usage) {
    this.tree = tree;
    this.problems = problems;
    this.check = check;
    this.surveys = surveys;
    this.usage = usage;
    this.evidence =
        EvidenceCatalog.evidence(
            surveys.values().stream()
                .flatMap(survey -> survey.questions().stream())
                .filter(question -> question.kind() == Kind.SCALE && question.only() == null)
                .map(Question::id)
                .filter(EvidenceCatalog::isQuestionId)
                .toList());
  }

  /** A condition of a gate. */
  String need(Entry entry) {
    return read(entry, evidence);
  }

  /** A condition of a reaction. */
  String when(Entry entry, ReactionTrigger trigger) {
    List<Fact> known = new ArrayList<>(EvidenceCatalog.of(trigger));
    known.addAll(evidence);
    return read(entry, known);
  }

  private String read(Entry entry, List<Fact> known) {
    if (!(entry.node() instanceof ScalarNode scalar)
        || Scalars.kind(scalar) == Scalars.Kind.WHOLE
        || Scalars.kind(scalar) == Scalars.Kind.DECIMAL
        || Scalars.kind(scalar) == Scalars.Kind.TRUTH) {
      problems.error(entry, "expected a condition in quotes, as in 'responses.rate >= 0.4'");
      return "true";
    }
    ConditionCheck.Outcome outcome = check.check(scalar.getValue(), known);
    outcome
        .issues()
        .forEach(
            issue ->
                problems.error(tree.place(scalar, issue.offset()), entry.path(), issue.message()));
    asked.put(entry, outcome.names());
    return scalar.getValue().strip();
  }

  /** Warns of conditions over facts that nothing in the plan ever makes known. */
  void warnOfNeverKnown(Used used) {
    asked.forEach(
        (entry, names) ->
            names.stream()
                .filter(name -> !isEverKnown(name, used))
                .forEach(
                    name ->
                        problems.warning(
                            entry, "nothing that the plan does makes '" + name + "' known")));
  }

  /** Tells of a reaction to use that isn't counted, or not by person. */
  void checkUse(Entry on, @Nullable ReactionTrigger trigger) {
    if (trigger == ReactionTrigger.USAGE_REPORTED && usage == null) {
      problems.warning(on, "no report of use counts: say whose do, in privacy.usage");
    }
    if (trigger != null && trigger.isAboutOnesUse() && (usage == null || !usage.isIndividual())) {
      problems.error(
          on,
          "one person's use is looked at by nobody here: that takes 'individualUsage: with-consent'"
              + " in privacy");
    }
  }

  private boolean isEverKnown(String name, Used used) {
    if (name.startsWith(EvidenceCatalog.ANSWERS)) {
      String id = name.substring(EvidenceCatalog.ANSWERS.length());
      return isAsked(used, question -> question.id().equals(id));
    }
    if (EvidenceCatalog.isAboutUse(name)) {
      return usage != null;
    }
    if (name.equals("readiness.score")) {
      return isAsked(used, Question::readiness);
    }
    if (name.startsWith("readiness.")) {
      return isAsked(
          used, question -> question.aspect() != null && question.aspect().fact().equals(name));
    }
    if (name.startsWith("worry.")) {
      return isAsked(
          used, question -> question.cause() != null && question.cause().fact().equals(name));
    }
    if (name.startsWith("responses.")) {
      return isAsked(used, question -> true);
    }
    if (name.startsWith("trained.")) {
      return used.isAnyUsed("course");
    }
    return !name.startsWith("attendance.") || used.isAnyUsed("meeting") || used.isAnyUsed("course");
  }

  private boolean isAsked(Used used, Predicate<Question> which) {
    return surveys.entrySet().stream()
        .filter(survey -> used.isUsed("survey", survey.getKey()))
        .flatMap(survey -> survey.getValue().questions().stream())
        .anyMatch(which);
  }
}
