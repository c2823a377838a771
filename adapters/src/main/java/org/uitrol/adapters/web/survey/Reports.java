package org.uitrol.adapters.web.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.adapters.web.survey.Report.Block;
import org.uitrol.adapters.web.survey.Report.Change;
import org.uitrol.adapters.web.survey.Report.Line;
import org.uitrol.adapters.web.survey.Report.Part;
import org.uitrol.adapters.web.survey.Report.Rank;
import org.uitrol.adapters.web.survey.Report.Share;
import org.uitrol.adapters.web.survey.Report.Written;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.application.survey.view.RoundRow;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Band;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.domain.survey.result.GroupResult;
import org.uitrol.domain.survey.result.Interval;
import org.uitrol.domain.survey.result.QuestionResult;
import org.uitrol.domain.survey.result.Reading;
import org.uitrol.domain.survey.result.Reading.Progress;
import org.uitrol.domain.survey.result.Reading.Readiness;
import org.uitrol.domain.survey.result.Reading.Strength;
import org.uitrol.domain.survey.result.ResultSheet;
import org.uitrol.domain.survey.result.Score;

/** Puts what was told of a round into words and places on a scale. */
@Component
class Reports {

  private static final double ALL = 100;
  private static final double FIVE = 5;
  private static final double READY = 3.5;
  private static final double DOUBTFUL = 2.5;

  private final ToldTexts told;
  private final Words words;

  /** What is told by itself, with what it is called. */
  private record Item(Question question, String title) {}

  Reports(ToldTexts told, Words words) {
    this.told = told;
    this.words = words;
  }

  /**
   * A report.
   *
   * @param earlier other rounds of the campaign that were told before, the latest last
   * @param departments what a department is called, by its rollout
   */
  Report of(RoundRow round, List<RoundRow> earlier, UnaryOperator<String> departments) {
    Reading reading = reading(round);
    List<Block> blocks = new ArrayList<>();
    for (Question question : round.plan().questions()) {
      for (Question item : question.items()) {
        round
            .sheet()
            .of(item.id())
            .ifPresent(
                result ->
                    blocks.add(
                        block(
                            round,
                            new Item(item, title(question, item)),
                            result,
                            reading,
                            earlier,
                            departments)));
      }
    }
    return new Report(
        blocks,
        reading.causes(Group.EVERYBODY).stream().map(this::cause).toList(),
        reading.aspects(Group.EVERYBODY).stream().map(this::aspect).toList(),
        order(reading, departments),
        texts(round));
  }

  private List<Written> texts(RoundRow round) {
    List<Written> texts = new ArrayList<>();
    for (Question question : round.plan().questions()) {
      if (question.kind() == Kind.TEXT) {
        texts.add(
            new Written(
                question.id(),
                words.text(question.ask()),
                told.of(round.results(), round.round(), question.id()),
                words.say(
                    "results.texts.none",
                    round.plan().textsShownFrom(round.smallestGroup()).orElse(0))));
      }
    }
    return texts;
  }

  /** A row of a table or one of several answers is told under what stands above it. */
  private String title(Question question, Question item) {
    Text above = question.kind() == Kind.SEVERAL ? question.ask() : question.grid();
    String own = words.text(item.ask());
    return above == null ? own : words.say("results.item", words.text(above), own);
  }

  private static Reading reading(RoundRow round) {
    return new Reading(round.plan(), round.sheet(), round.surveys());
  }

  private Block block(
      RoundRow round,
      Item item,
      QuestionResult result,
      Reading reading,
      List<RoundRow> earlier,
      UnaryOperator<String> departments) {
    Question question = item.question();
    List<Part> parts = new ArrayList<>();
    for (Breakdown by : Breakdown.values()) {
      List<Line> lines =
          question.kind() == Kind.SCALE
              ? result.by(by).stream()
                  .map(group -> line(question, group, reading, departments))
                  .toList()
              : List.of();
      String withheld = withheld(round, question, result, by);
      if (!lines.isEmpty() || !withheld.isEmpty()) {
        parts.add(new Part(words.of(by), lines, withheld));
      }
    }
    return new Block(
        question.id(),
        item.title(),
        ends(question),
        shares(question, result),
        parts,
        leaders(question, result, reading),
        changes(round, question, result, reading, earlier, departments));
  }

  private String ends(Question question) {
    return question.low() == null || question.high() == null
        ? ""
        : words.say(
            "results.ends",
            words.text(question.low()),
            question.points(),
            words.text(question.high()));
  }

  private List<Share> shares(Question question, QuestionResult result) {
    GroupResult all = result.of(Group.EVERYBODY).orElse(null);
    if (all == null) {
      return List.of();
    }
    double most = Math.max(1, all.shares().values().stream().mapToInt(Band::high).max().orElse(1));
    List<Share> shares = new ArrayList<>();
    for (String answer : answers(question)) {
      Band band = all.shares().get(answer);
      if (band != null) {
        shares.add(
            new Share(
                said(question, answer),
                words.say("results.range", band.low(), band.high()),
                band.low() / most * ALL,
                (band.high() - band.low()) / most * ALL));
      }
    }
    return shares;
  }

  private static List<String> answers(Question question) {
    return ResultSheet.possible(question);
  }

  private String said(Question question, String answer) {
    return question.choices().stream()
        .filter(choice -> choice.id().equals(answer))
        .map(Choice::text)
        .map(words::text)
        .findFirst()
        .orElse(answer);
  }

  private Line line(
      Question question, GroupResult group, Reading reading, UnaryOperator<String> departments) {
    Score score = Objects.requireNonNull(group.score());
    Interval interval =
        reading.interval(question, group).orElseGet(() -> new Interval(score.low(), score.high()));
    double steps = question.points() - 1.0;
    return new Line(
        name(group.group(), departments),
        words.say("results.range", group.people().low(), group.people().high()),
        mean(score),
        words.say("results.range", words.number(interval.low()), words.number(interval.high())),
        (interval.low() - 1) / steps * ALL,
        (interval.high() - interval.low()) / steps * ALL,
        (score.low() - 1) / steps * ALL,
        Math.max(1, (score.high() - score.low()) / steps * ALL));
  }

  private String mean(Score score) {
    return words.say(
        "results.mean",
        words.number(score.middle()),
        words.number(score.low()),
        words.number(score.high()));
  }

  private String name(Group group, UnaryOperator<String> departments) {
    return switch (group.by()) {
      case EVERYBODY -> words.of(Breakdown.EVERYBODY);
      case DEPARTMENT -> departments.apply(group.value());
      case LEADING -> words.say("results.leading." + group.value());
      case SENIORITY, LOCATION, FUNCTION -> group.value();
    };
  }

  private String withheld(RoundRow round, Question question, QuestionResult result, Breakdown by) {
    if (question.kind() != Kind.SCALE && by != Breakdown.EVERYBODY && by != Breakdown.DEPARTMENT) {
      return "";
    }
    int count = result.withheld().getOrDefault(by, 0);
    if (by == Breakdown.EVERYBODY && result.of(Group.EVERYBODY).isEmpty()) {
      return words.say("results.nothing", round.smallestGroup());
    }
    return count == 0 ? "" : words.say("results.withheld", count, round.smallestGroup());
  }

  private String leaders(Question question, QuestionResult result, Reading reading) {
    GroupResult leaders = result.of(new Group(Breakdown.LEADING, Breakdown.LEADER)).orElse(null);
    GroupResult staff = result.of(new Group(Breakdown.LEADING, Breakdown.STAFF)).orElse(null);
    if (leaders == null || staff == null || leaders.score() == null || staff.score() == null) {
      return "";
    }
    return words.say(
        "results.leaders",
        words.number(leaders.score().middle()),
        words.number(staff.score().middle()),
        compare(
            reading.interval(question, staff).orElse(null),
            reading.interval(question, leaders).orElse(null)));
  }

  private String compare(@Nullable Interval before, @Nullable Interval after) {
    if (before == null || after == null || !before.isApartFrom(after)) {
      return words.say("results.same");
    }
    return words.say(after.low() > before.high() ? "results.higher" : "results.lower");
  }

  /** The latest earlier survey that asked the same, of the same departments. */
  private List<Change> changes(
      RoundRow round,
      Question question,
      QuestionResult result,
      Reading reading,
      List<RoundRow> earlier,
      UnaryOperator<String> departments) {
    List<Change> changes = new ArrayList<>();
    for (GroupResult after : result.groups()) {
      Score score = after.score();
      for (int i = earlier.size() - 1; i >= 0 && score != null; i--) {
        RoundRow before = earlier.get(i);
        Optional<GroupResult> same = same(before, round, question, after.group());
        if (same.isPresent() && same.get().score() != null) {
          changes.add(
              new Change(
                  name(after.group(), departments),
                  mean(same.get().score()),
                  mean(score),
                  compare(
                      reading(before).interval(question, same.get()).orElse(null),
                      reading.interval(question, after).orElse(null))));
          break;
        }
      }
    }
    return changes;
  }

  private static Optional<GroupResult> same(
      RoundRow before, RoundRow after, Question question, Group group) {
    boolean asked =
        before.plan().items().stream()
            .anyMatch(
                one ->
                    one.id().equals(question.id())
                        && one.kind() == question.kind()
                        && one.points() == question.points());
    boolean alike =
        !before.activity().equals(after.activity())
            && (group.by() == Breakdown.DEPARTMENT || rollouts(before).equals(rollouts(after)));
    return asked && alike
        ? before.sheet().of(question.id()).flatMap(one -> one.of(group))
        : Optional.empty();
  }

  private static Set<String> rollouts(RoundRow round) {
    return round.surveys().stream()
        .map(ClosedSurvey::rollout)
        .map(Object::toString)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Rank aspect(Progress one) {
    return new Rank(
        words.of(one.aspect()),
        words.number(one.score()),
        one.score() / FIVE * ALL,
        ready(one.score()));
  }

  private String ready(double score) {
    return words.say(
        "results.order." + (score >= READY ? "ready" : score < DOUBTFUL ? "not" : "some"));
  }

  private Rank cause(Strength one) {
    return new Rank(
        words.of(one.cause()),
        words.number(one.strength()),
        one.strength() / FIVE * ALL,
        words.say(
            "results.cause."
                + (one.strength() >= READY
                    ? "strong"
                    : one.strength() < DOUBTFUL ? "weak" : "some")));
  }

  private List<Rank> order(Reading reading, UnaryOperator<String> departments) {
    List<Rank> order = new ArrayList<>();
    for (Readiness one : reading.order()) {
      String ready = ready(one.score());
      Strength holdsBack = one.holdsBack();
      order.add(
          new Rank(
              departments.apply(one.department()),
              words.number(one.score()),
              one.score() / FIVE * ALL,
              holdsBack == null
                  ? ready
                  : words.say(
                      "results.order.why",
                      ready,
                      words.of(holdsBack.cause()),
                      words.number(holdsBack.strength()))));
    }
    return order.size() < 2 ? List.of() : order;
  }
}
