package org.uitrol.adapters.web.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.Waiver;

/** Says why a gate is open or closed in plain words, with the values that were seen. */
@Component
class GateWords {

  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\s*([a-zA-Z][a-zA-Z.]*)\\s*(>=|<=|==|!=|>|<)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*");

  private static final Map<String, String> SIGNS =
      Map.of(
          ">=",
          "atLeast",
          "<=",
          "atMost",
          "==",
          "exactly",
          "!=",
          "not",
          ">",
          "moreThan",
          "<",
          "lessThan");

  private final Words words;
  private final Names names;

  GateWords(Words words, Names names) {
    this.words = words;
    this.names = names;
  }

  /**
   * One thing that a gate asks for.
   *
   * @param met whether it is so
   * @param need what is asked
   * @param now how it is
   * @param code the condition as the plan has it; empty when it isn't one
   * @param waivedBy who answers for it and why, when it need not be so; else empty
   */
  record Condition(boolean met, String need, String now, String code, String waivedBy) {

    Condition(boolean met, String need, String now, String code) {
      this(met, need, now, code, "");
    }

    public boolean isWaived() {
      return !waivedBy.isEmpty();
    }

    /** Whether somebody could decide that it need not be so. */
    public boolean canBeWaived() {
      return !met && !code.isEmpty() && !isWaived();
    }
  }

  /** A condition of the plan; one that is no plain comparison is shown as it is written. */
  Condition condition(Finding finding) {
    Matcher plain = COMPARISON.matcher(finding.condition());
    if (!plain.matches()) {
      return new Condition(
          finding.holds(), words.say("gate.condition"), seen(finding), finding.condition());
    }
    String name = plain.group(1);
    String need =
        words.say(
            "gate.need." + SIGNS.get(plain.group(2)),
            meaning(name),
            value(name, Double.valueOf(plain.group(3))));
    Object value = finding.seen().get(name);
    String now =
        value == null ? words.say("gate.unknown") : words.say("gate.now", value(name, value));
    return new Condition(finding.holds(), need, now, finding.condition());
  }

  /** A condition of the plan that need not hold. */
  Condition waived(Finding finding, Waiver waiver) {
    Condition condition = condition(finding);
    return new Condition(
        condition.met(),
        condition.need(),
        condition.now(),
        condition.code(),
        words.say("gate.waivedBy", names.account(waiver.by()), waiver.reason()));
  }

  /** What else keeps it closed; conditions are told by themselves. */
  List<Condition> others(List<Blocker> blockers, java.util.function.UnaryOperator<String> titles) {
    List<Condition> others = new ArrayList<>();
    for (Blocker blocker : blockers) {
      switch (blocker.reason()) {
        case TOO_EARLY ->
            others.add(
                new Condition(
                    false,
                    words.say("gate.tooEarly", words.day(blocker.until())),
                    words.say("gate.byItself"),
                    ""));
        case ACTIVITY_OPEN ->
            others.add(
                new Condition(
                    false,
                    words.say("gate.activity", titles.apply(blocker.about())),
                    words.say("gate.notOver"),
                    ""));
        case CONCERN_OPEN ->
            others.add(
                new Condition(
                    false,
                    words.say("gate.concerns", Integer.valueOf(blocker.about())),
                    words.say("gate.notAnswered"),
                    ""));
        case HELD ->
            others.add(
                new Condition(
                    false, words.say("gate.held"), words.say("gate.because", blocker.about()), ""));
        case PAUSED ->
            others.add(
                new Condition(false, words.say("gate.paused"), words.say("gate.byItself"), ""));
        case CONDITION_FAILS, CONDITION_UNKNOWN -> {}
      }
    }
    return others;
  }

  /** The facts that were seen, each with its meaning. */
  String seen(Map<String, Object> facts) {
    return facts.entrySet().stream()
        .map(fact -> meaning(fact.getKey()) + ": " + value(fact.getKey(), fact.getValue()))
        .collect(java.util.stream.Collectors.joining("; "));
  }

  private String seen(Finding finding) {
    return finding.seen().isEmpty() ? words.say("gate.unknown") : seen(finding.seen());
  }

  String meaning(String name) {
    return EvidenceCatalog.find(name)
        .map(Fact::meaning)
        .map(words::text)
        .map(GateWords::plain)
        .orElse(name);
  }

  /** Shares read best as percents. */
  String value(String name, @Nullable Object value) {
    if (value instanceof Number number) {
      return name.endsWith(".rate") || name.endsWith(".share")
          ? words.percent(number)
          : words.number(number);
    } else if (value instanceof Boolean truth) {
      return words.say(truth ? "yes" : "no");
    }
    return String.valueOf(value);
  }

  /** Without the range, which a percent doesn't have. */
  private static String plain(String meaning) {
    return meaning.replaceAll(", (from|van) 0 (to|tot) 1$", "");
  }
}
