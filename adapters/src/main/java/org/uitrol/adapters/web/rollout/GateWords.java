package org.uitrol.adapters.web.rollout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GateReport;
import org.uitrol.domain.rollout.gate.Waiver;
import org.uitrol.domain.shared.CampaignId;

/** Says why a gate is open or closed in plain words, with the values that were seen. */
@Component
public class GateWords {

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
   * @param since since when it keeps the gate closed; empty when it doesn't, or just does
   * @param missing what has to happen; empty when nothing has to, or that can't be said
   * @param approval whose approval is asked; null when it isn't about one
   * @param about where more of it is; empty when nowhere
   */
  record Condition(
      boolean met,
      String need,
      String now,
      String code,
      String waivedBy,
      String since,
      String missing,
      @Nullable Approver approval,
      String about) {

    static Condition of(boolean met, String need, String now, String code) {
      return new Condition(met, need, now, code, "", "", "", null, "");
    }

    Condition waived(String by) {
      return new Condition(met, need, now, code, by, since, missing, approval, about);
    }

    Condition since(String moment) {
      return new Condition(met, need, now, code, waivedBy, moment, missing, approval, about);
    }

    Condition missing(String what) {
      return new Condition(met, need, now, code, waivedBy, since, what, approval, about);
    }

    Condition by(Approver who) {
      return new Condition(met, need, now, code, waivedBy, since, missing, who, about);
    }

    Condition at(String page) {
      return new Condition(met, need, now, code, waivedBy, since, missing, approval, page);
    }

    public boolean isWaived() {
      return !waivedBy.isEmpty();
    }

    /** Whether somebody could decide that it need not be so. */
    public boolean canBeWaived() {
      return !met && !code.isEmpty() && !isWaived();
    }
  }

  /**
   * Everything that a gate asks for, what keeps it closed first.
   *
   * @param titles what people call an activity, by its id
   * @param courses what people call the courses of this stage that aren't over
   */
  List<Condition> conditions(
      GateReport report, CampaignId campaign, UnaryOperator<String> titles, List<String> courses) {
    List<Condition> conditions = new ArrayList<>();
    for (Blocker blocker : report.blockers()) {
      other(blocker, campaign, titles)
          .map(one -> one.since(since(report, blocker.key())))
          .ifPresent(conditions::add);
    }
    report
        .approvals()
        .forEach(
            (role, by) ->
                conditions.add(
                    Condition.of(
                        true,
                        words.say("gate.approval", words.of(role)),
                        words.say("gate.approvedBy", names.account(by)),
                        "")));
    for (Finding finding : report.findings()) {
      Condition condition =
          condition(finding)
              .since(finding.holds() ? "" : since(report, Blocker.of(finding).key()))
              .missing(finding.holds() ? "" : missing(finding, report.facts(), courses));
      conditions.add(
          report
              .waiver(finding.condition())
              .map(waiver -> condition.waived(waived(waiver)))
              .orElse(condition));
    }
    return conditions;
  }

  private String since(GateReport report, String blocker) {
    Instant since = report.since().get(blocker);
    return since == null ? "" : words.say("gate.since", words.moment(since));
  }

  private String waived(Waiver waiver) {
    return words.say("gate.waivedBy", names.account(waiver.by()), waiver.reason());
  }

  /** A condition of the plan; one that is no plain comparison is shown as it is written. */
  private Condition condition(Finding finding) {
    Matcher plain = COMPARISON.matcher(finding.condition());
    if (!plain.matches()) {
      return Condition.of(
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
    return Condition.of(finding.holds(), need, now, finding.condition());
  }

  /** How many people more it takes, of a share that has to be reached. */
  private String missing(Finding finding, Facts facts, List<String> courses) {
    Matcher plain = COMPARISON.matcher(finding.condition());
    if (!plain.matches() || !plain.group(2).startsWith(">")) {
      return "";
    }
    String name = plain.group(1);
    Optional<Progress> progress = Progress.of(name, facts);
    if (progress.isEmpty()) {
      return "";
    }
    long more = progress.get().more(Double.parseDouble(plain.group(3)), plain.group(2).equals(">"));
    if (more <= 0) {
      return "";
    }
    return name.startsWith("trained.") && !courses.isEmpty()
        ? words.say("gate.missing.courses", more, String.join(", ", courses))
        : words.say("gate.missing." + name.substring(0, name.indexOf('.')), more);
  }

  /**
   * How many people did something, of how many.
   *
   * @param count how many did
   * @param expected how many could
   */
  record Progress(double count, double expected) {

    static Optional<Progress> of(String name, Facts facts) {
      return switch (name) {
        case "trained.share" -> of(facts, "trained.count", "trained.expected");
        case "attendance.share" -> of(facts, "attendance.count", "attendance.expected");
        case "responses.rate" -> ofResponses(facts);
        default -> Optional.empty();
      };
    }

    private static Optional<Progress> of(Facts facts, String count, String expected) {
      return facts.values().get(count) instanceof Double did
              && facts.values().get(expected) instanceof Double could
          ? Optional.of(new Progress(did, could))
          : Optional.empty();
    }

    private static Optional<Progress> ofResponses(Facts facts) {
      return facts.values().get("responses.count") instanceof Double count
              && facts.values().get("responses.rate") instanceof Double rate
              && rate > 0
          ? Optional.of(new Progress(count, Math.rint(count / rate)))
          : Optional.empty();
    }

    /** How many more it takes to reach that share, or to pass it. */
    long more(double share, boolean pass) {
      double needed = share * expected;
      double whole = pass ? Math.floor(needed + 1e-9) + 1 : Math.ceil(needed - 1e-9);
      return Math.round(Math.min(whole, expected) - count);
    }
  }

  /** What else keeps it closed; conditions are told by themselves. */
  private Optional<Condition> other(
      Blocker blocker, CampaignId campaign, UnaryOperator<String> titles) {
    String consultation = "/campaigns/" + campaign + "/consultation";
    return switch (blocker.reason()) {
      case TOO_EARLY ->
          closed(words.say("gate.tooEarly", words.day(blocker.until())), "gate.byItself");
      case ACTIVITY_OPEN ->
          closed(words.say("gate.activity", titles.apply(blocker.about())), "gate.notOver");
      case HELD ->
          Optional.of(
              Condition.of(
                  false, words.say("gate.held"), words.say("gate.because", blocker.about()), ""));
      case PAUSED -> closed(words.say("gate.paused"), "gate.byItself");
      case ANSWER_MISSING ->
          closed(words.say("gate.answer." + blocker.about()), "gate.noAnswer")
              .map(one -> one.at(consultation));
      case CONSULTATION_OPEN ->
          closed(words.say("gate.consultation"), "gate.noOpinion").map(one -> one.at(consultation));
      case APPROVAL_MISSING ->
          Arrays.stream(Approver.values())
              .filter(role -> role.key().equals(blocker.about()))
              .findFirst()
              .flatMap(
                  role ->
                      closed(words.say("gate.approval", words.of(role)), "gate.notApproved")
                          .map(one -> one.by(role)));
      case CONCERN_OPEN ->
          closed(words.say("gate.concerns", Integer.valueOf(blocker.about())), "gate.notAnswered");
      case CONDITION_FAILS, CONDITION_UNKNOWN -> Optional.empty();
    };
  }

  /**
   * What keeps a gate closed, in one line.
   *
   * @param titles what people call an activity, by its id
   */
  public String line(Blocker blocker, CampaignId campaign, UnaryOperator<String> titles) {
    Finding finding = blocker.finding();
    return finding == null
        ? other(blocker, campaign, titles)
            .map(one -> one.need() + ": " + one.now())
            .orElse(blocker.about())
        : line(finding);
  }

  /** What came of a condition, in one line. */
  public String line(Finding finding) {
    Condition condition = condition(finding);
    String need =
        COMPARISON.matcher(finding.condition()).matches() ? condition.need() : finding.condition();
    return need + ": " + condition.now();
  }

  private Optional<Condition> closed(String need, String now) {
    return Optional.of(Condition.of(false, need, words.say(now), ""));
  }

  /** The facts that were seen, each with its meaning. */
  public String seen(Map<String, Object> facts) {
    return facts.entrySet().stream()
        .map(fact -> meaning(fact.getKey()) + ": " + value(fact.getKey(), fact.getValue()))
        .collect(Collectors.joining("; "));
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
