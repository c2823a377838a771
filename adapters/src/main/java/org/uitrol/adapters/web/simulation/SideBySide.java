package org.uitrol.adapters.web.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.web.rollout.GateWords;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.simulation.Course;
import org.uitrol.application.simulation.Pair;
import org.uitrol.application.simulation.Unknown;
import org.uitrol.application.simulation.WhatIf;
import org.uitrol.application.simulation.WhatIf.Parting;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/** Says two histories in words, beside each other. Nothing in it names a person. */
@Component
class SideBySide {

  private final Words words;
  private final Names names;
  private final GateWords gates;

  SideBySide(Words words, Names names, GateWords gates) {
    this.words = words;
    this.names = names;
    this.gates = gates;
  }

  /** One thing in both histories, in lines. */
  record Row(String what, List<String> was, List<String> would, boolean differs) {}

  /** Things of one kind. */
  record Table(String id, String title, List<Row> rows) {

    public boolean differs() {
      return rows.stream().anyMatch(Row::differs);
    }
  }

  /** A department in both histories. */
  record Shown(String key, String name, boolean differs, List<Table> tables) {}

  /** Something that can't be known, with the event from which it stems. */
  record Gap(String why, String assumed, String about, String event, int count) {}

  List<Shown> departments(WhatIf found, List<Plan> plans) {
    Function<DepartmentId, String> called = names.departments();
    UnaryOperator<String> titles = titles(plans);
    return found.departments().stream()
        .map(one -> shown(one, called.apply(one.department()), found.campaign(), titles))
        .toList();
  }

  private Shown shown(
      WhatIf.Department one, String name, CampaignId campaign, UnaryOperator<String> titles) {
    String key = one.department().value();
    List<Table> tables =
        List.of(
            new Table(
                key + "-stages",
                words.say("whatif.stages"),
                one.stages().stream().map(stage -> stage(stage, campaign, titles)).toList()),
            new Table(
                key + "-activities",
                words.say("whatif.activities"),
                one.activities().stream()
                    .map(
                        activity ->
                            row(titles.apply(activity.id()), activity.both(), this::activity))
                    .toList()),
            new Table(
                key + "-reactions",
                words.say("whatif.reactions"),
                one.reactions().stream()
                    .map(reaction -> row(reaction.id(), reaction.both(), this::reaction))
                    .toList()),
            new Table(key + "-rest", words.say("whatif.rest"), rest(one.course())));
    return new Shown(
        key, name, one.differs(), tables.stream().filter(t -> !t.rows().isEmpty()).toList());
  }

  private <T> Row row(String what, Pair<T> both, Function<T, List<String>> lines) {
    return new Row(what, side(both.was(), lines), side(both.would(), lines), both.differs());
  }

  private <T> List<String> side(@Nullable T side, Function<T, List<String>> lines) {
    return side == null ? List.of(words.say("whatif.absent")) : lines.apply(side);
  }

  private Row stage(WhatIf.Stage stage, CampaignId campaign, UnaryOperator<String> titles) {
    String name = words.of(stage.stage());
    return row(
        stage.run() == 1 ? name : words.say("whatif.again", name, stage.run()),
        stage.both(),
        one -> gate(one, campaign, titles));
  }

  private List<String> gate(Course.Stage stage, CampaignId campaign, UnaryOperator<String> titles) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("whatif.entered", words.moment(stage.entered())));
    Instant overdue = stage.overdue();
    if (overdue != null) {
      lines.add(words.say("whatif.overdue", words.moment(overdue)));
    }
    Instant opened = stage.opened();
    if (opened != null) {
      lines.add(words.say("whatif.opened", words.moment(opened)));
      stage.findings().forEach(one -> lines.add(gates.line(one)));
    } else if (stage.skipped()) {
      lines.add(words.say("whatif.left"));
    } else {
      lines.add(words.say("whatif.closed"));
      for (Blocker blocker : stage.lastBlockers()) {
        lines.add(gates.line(blocker, campaign, titles));
      }
    }
    return lines;
  }

  private List<String> activity(Course.Activity activity) {
    List<String> lines = new ArrayList<>();
    Instant started = activity.started();
    lines.add(
        started == null
            ? words.say("whatif.due", words.moment(activity.due()))
            : words.say("whatif.started", words.moment(started)));
    for (Instant session : activity.sessions()) {
      lines.add(words.say("whatif.session", words.moment(session)));
    }
    Instant over = activity.over();
    if (over != null) {
      lines.add(words.say("whatif.over." + activity.end(), words.moment(over)));
    }
    return lines;
  }

  private List<String> reaction(Course.Reaction reaction) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("whatif.fired", reaction.fired().size()));
    if (!reaction.fired().isEmpty()) {
      lines.add(words.say("whatif.firedFirst", words.moment(reaction.fired().get(0))));
    }
    reaction
        .refused()
        .forEach((why, times) -> lines.add(words.say("whatif.refused", times, words.of(why))));
    if (!reaction.seen().isEmpty()) {
      lines.add(words.say("whatif.saw", gates.seen(reaction.seen())));
    }
    return lines;
  }

  private List<Row> rest(Pair<Course> course) {
    return List.of(
        number("whatif.mails", course, Course::mails),
        number("whatif.followups", course, one -> one.followUps().opened()),
        number("whatif.reminders", course, one -> one.followUps().reminders()),
        number("whatif.escalations", course, one -> one.followUps().escalations()),
        row(
            words.say("whatif.completed"),
            new Pair<>(completed(course.was()), completed(course.would())),
            one ->
                List.of(one.map(words::moment).orElseGet(() -> words.say("whatif.notCompleted")))));
  }

  private static Optional<Instant> completed(@Nullable Course course) {
    return course == null ? Optional.empty() : Optional.ofNullable(course.completed());
  }

  private Row number(String key, Pair<Course> course, Function<Course, Integer> of) {
    return row(
        words.say(key),
        new Pair<>(
            course.was() == null ? null : of.apply(course.was()),
            course.would() == null ? null : of.apply(course.would())),
        one -> List.of(words.number(one)));
  }

  /** Where both part, in words. */
  String parting(@Nullable Parting parting) {
    if (parting == null) {
      return "";
    }
    String where =
        parting.department() == null
            ? words.say("whatif.wholeCampaign")
            : names.department(parting.department());
    return words.say(
        "whatif.parting",
        words.moment(parting.at()),
        where,
        event(parting.was()),
        event(parting.would()));
  }

  private String event(@Nullable String name) {
    return name == null ? words.say("whatif.nothing") : name;
  }

  String fidelity(WhatIf found) {
    if (found.fidelity().isExact()) {
      return words.say("whatif.exact");
    }
    Function<DepartmentId, String> called = names.departments();
    return words.say(
        "whatif.inexact",
        found.fidelity().differences(),
        words.moment(found.fidelity().first()),
        found.fidelity().departments().stream().map(called).collect(Collectors.joining(", ")));
  }

  List<Gap> unknown(WhatIf found, List<Plan> plans) {
    Function<DepartmentId, String> called = names.departments();
    UnaryOperator<String> titles = titles(plans);
    return found.unknown().stream().map(one -> gap(one, called, titles)).toList();
  }

  private Gap gap(
      Unknown one, Function<DepartmentId, String> called, UnaryOperator<String> titles) {
    DepartmentId department = one.department();
    List<String> about = new ArrayList<>();
    about.add(department == null ? words.say("whatif.wholeCampaign") : called.apply(department));
    if (!one.about().isEmpty()) {
      about.add(titles.apply(one.about()));
    }
    if (!one.name().isEmpty()) {
      about.add(one.name());
    }
    if (!one.code().isEmpty()) {
      about.add(one.code());
    }
    about.add(words.moment(one.at()));
    return new Gap(
        words.of(one.why()),
        words.say("whatif.assumed." + one.why().name()),
        String.join(" · ", about),
        one.event(),
        one.count());
  }

  /** What people call an activity: in the first of the plans that has it. */
  private UnaryOperator<String> titles(List<Plan> plans) {
    return id ->
        plans.stream()
            .map(
                plan ->
                    plan.stages().stream()
                        .flatMap(stage -> stage.activities().stream())
                        .filter(activity -> activity.id().equals(id))
                        .findFirst()
                        .map(activity -> title(activity, plan))
                        .orElse(null))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(id);
  }

  private String title(ActivityPlan activity, Plan plan) {
    ActivityKind kind = activity.kind();
    return ActivityTitles.of(activity, plan, words.language()) + " (" + words.of(kind) + ")";
  }
}
