package org.uitrol.adapters.files.campaign;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;

/** Reads what the plan does when something happens. */
final class ReactionsReader {

  private static final int MOST_REACTIONS = 100;
  private static final int MOST_ACTIONS = 10;
  private static final int MOST_FIRINGS = 100;
  private static final List<String> TRIGGERS =
      Arrays.stream(ReactionTrigger.values()).map(ReactionTrigger::key).toList();
  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private final Values values;
  private final Problems problems;
  private final ConditionReader conditions;
  private final References known;
  private final Used used;
  private final Set<String> ids = new HashSet<>();

  ReactionsReader(
      Values values, Problems problems, ConditionReader conditions, References known, Used used) {
    this.values = values;
    this.problems = problems;
    this.conditions = conditions;
    this.known = known;
    this.used = used;
  }

  List<ReactionPlan> read(@Nullable Entry entry) {
    return values.items(entry, MOST_REACTIONS).stream().map(this::reaction).toList();
  }

  private ReactionPlan reaction(Entry entry) {
    Fields fields = Fields.of(entry, Shape.REACTION, problems);
    String id = values.newSlug(fields.need("id"), ids, "another reaction has this id");
    String on = values.word(fields.need("on"), TRIGGERS, "");
    ReactionTrigger trigger = ReactionTrigger.of(on).orElse(null);
    Entry condition = fields.get("if");
    Entry most = fields.get("most");
    List<ActionPlan> then =
        values.items(fields.need("then"), MOST_ACTIONS).stream()
            .map(item -> action(item, trigger))
            .toList();
    return new ReactionPlan(
        id,
        on,
        condition == null || trigger == null ? null : conditions.when(condition, trigger),
        most == null ? 1 : values.number(most, 1, MOST_FIRINGS),
        then);
  }

  private ActionPlan action(Entry entry, @Nullable ReactionTrigger trigger) {
    Fields fields = Fields.of(entry, Shape.ACTION, problems);
    String key = fields.oneOf(KINDS);
    if (key == null) {
      return new ActionPlan(Kind.HOLD, "", null, 0, 0);
    }
    Kind kind = Kind.valueOf(key.toUpperCase(Locale.ROOT));
    Entry what = fields.get(key);
    boolean aboutPerson = trigger != null && trigger.isAboutPerson();
    if (what != null && trigger != null && aboutPerson && !isForPerson(kind)) {
      problems.error(
          what,
          "'"
              + trigger.key()
              + "' is about one person, and '"
              + key
              + "' is for a whole department: only mail and escalate are allowed here");
    }
    return switch (kind) {
      case MAIL -> {
        fields.refuse(List.of("within", "open"), "means nothing for a mail");
        yield new ActionPlan(kind, use(what, "mail", known.mails()), null, after(fields), 0);
      }
      case PRESENTATION, DEMO -> {
        String meeting = use(what, "meeting", known.meetings().keySet());
        yield planned(fields, kind, meeting, known.noticeOfMeeting(meeting));
      }
      case TRAINING -> {
        String course = use(what, "course", known.courses().keySet());
        yield planned(fields, kind, course, known.noticeOfCourse(course));
      }
      case SURVEY -> {
        fields.refuse(List.of("within"), "isn't for a survey: write how long it is 'open'");
        String survey = use(what, "survey", known.surveys().keySet());
        yield new ActionPlan(
            kind, survey, null, after(fields), values.workingDays(fields.need("open"), 1));
      }
      case ESCALATE -> {
        fields.refuse(List.of("within", "open"), "means nothing for an escalation");
        yield new ActionPlan(kind, "", escalateTo(what, trigger), after(fields), 0);
      }
      case HOLD -> {
        fields.refuse(List.of("after", "within", "open"), "means nothing for a hold");
        values.yes(what);
        yield new ActionPlan(kind, "", null, 0, 0);
      }
    };
  }

  private static boolean isForPerson(Kind kind) {
    return kind == Kind.MAIL || kind == Kind.ESCALATE;
  }

  private int after(Fields fields) {
    return values.workingDays(fields.get("after"), 0);
  }

  private ActionPlan planned(Fields fields, Kind kind, String uses, int notice) {
    fields.refuse(List.of("open"), "is for a survey only: write 'within'");
    Entry entry = fields.need("within");
    int within = values.workingDays(entry, 1);
    if (entry != null) {
      StagesReader.checkNotice(problems, entry, within, notice);
    }
    return new ActionPlan(kind, uses, null, after(fields), within);
  }

  private String use(@Nullable Entry entry, String what, Set<String> there) {
    String key = values.reference(entry, what, there);
    used.uses(what, key);
    return key;
  }

  private EscalateTo escalateTo(@Nullable Entry entry, @Nullable ReactionTrigger trigger) {
    String to = values.word(entry, List.of("manager", "owner"), "owner");
    if (entry != null && to.equals("manager") && trigger != null && !trigger.isAboutPerson()) {
      problems.error(
          entry,
          "'"
              + trigger.key()
              + "' is about a department, and only a person has a manager: write"
              + " owner");
    }
    return to.equals("manager") ? EscalateTo.MANAGER : EscalateTo.OWNER;
  }
}
