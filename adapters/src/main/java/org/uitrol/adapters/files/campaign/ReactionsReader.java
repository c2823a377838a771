package org.uitrol.adapters.files.campaign;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ActionPlan.Kind;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionPlan.Per;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.Text;

/** Reads what the plan does when something happens. */
final class ReactionsReader {

  private static final int MOST_REACTIONS = 100;
  private static final int MOST_ACTIONS = 10;
  private static final int MOST_FIRINGS = 100;
  private static final List<String> TRIGGERS =
      Arrays.stream(ReactionTrigger.values()).map(ReactionTrigger::key).toList();
  private static final List<String> KINDS = Keys.all(Kind.class);
  private static final List<String> COUNTED = Keys.all(Per.class);

  private final Values values;
  private final Problems problems;
  private final ConditionReader conditions;
  private final References known;
  private final Used used;
  private final SegmentsReader segments;
  private final Set<String> ids = new HashSet<>();

  ReactionsReader(
      Values values,
      Problems problems,
      ConditionReader conditions,
      References known,
      Used used,
      SegmentsReader segments) {
    this.values = values;
    this.problems = problems;
    this.conditions = conditions;
    this.known = known;
    this.used = used;
    this.segments = segments;
  }

  List<ReactionPlan> read(@Nullable Entry entry) {
    return values.items(entry, MOST_REACTIONS).stream().map(this::reaction).toList();
  }

  private ReactionPlan reaction(Entry entry) {
    Fields fields = Fields.of(entry, Shape.REACTION, problems);
    String id = values.newSlug(fields.need("id"), ids, "another reaction has this id");
    Entry event = fields.need("on");
    String on = values.word(event, TRIGGERS, "");
    ReactionTrigger trigger = ReactionTrigger.of(on).orElse(null);
    if (event != null) {
      conditions.checkUse(event, trigger);
    }
    Entry condition = fields.get("if");
    Entry most = fields.get("most");
    List<ActionPlan> then =
        values.items(fields.need("then"), MOST_ACTIONS).stream()
            .map(item -> action(item, trigger))
            .toList();
    Entry coolDown = fields.get("coolDown");
    return new ReactionPlan(
        id,
        on,
        condition == null || trigger == null ? null : conditions.when(condition, trigger),
        most == null ? 1 : values.number(most, 1, MOST_FIRINGS),
        then,
        per(fields.get("per"), trigger),
        coolDown == null ? null : values.workingDays(coolDown, 1),
        values.cause(fields.get("cause")),
        segments.audience(fields.get("for"), known.segments()));
  }

  private @Nullable Per per(@Nullable Entry entry, @Nullable ReactionTrigger trigger) {
    String word = values.word(entry, COUNTED, "");
    if (word.isEmpty() || entry == null) {
      return null;
    }
    Per per = Keys.find(Per.class, word).orElseThrow();
    if (per == Per.PERSON && trigger != null && !trigger.isAboutPerson()) {
      problems.error(entry, "'" + trigger.key() + "' is about a department, not about one person");
    }
    return per;
  }

  private ActionPlan action(Entry entry, @Nullable ReactionTrigger trigger) {
    Fields fields = Fields.of(entry, Shape.ACTION, problems);
    String key = fields.oneOf(KINDS);
    if (key == null) {
      return new ActionPlan(Kind.HOLD, "", null, 0, 0);
    }
    Kind kind = Keys.find(Kind.class, key).orElseThrow();
    Entry what = fields.get(key);
    boolean aboutPerson = trigger != null && trigger.isAboutPerson();
    if (what != null && trigger != null && aboutPerson && !kind.isForPerson()) {
      problems.error(
          what,
          "'"
              + trigger.key()
              + "' is about one person, and '"
              + key
              + "' is for a whole department: only mail, escalate, training, coaching and task are"
              + " allowed here");
    } else if (what != null
        && trigger != null
        && trigger.isAfterwards()
        && !kind.isForAfterwards()) {
      problems.error(
          what,
          "'"
              + trigger.key()
              + "' comes when the department is through: only mail, survey, escalate and task are"
              + " allowed here");
    } else if (what != null && trigger != null && !aboutPerson && !kind.isForDepartment()) {
      problems.error(
          what,
          "'" + trigger.key() + "' is about a department, and '" + key + "' is for one person");
    }
    return switch (kind) {
      case MAIL -> {
        fields.refuse(List.of("within", "open"), "means nothing for a mail");
        yield new ActionPlan(kind, use(what, "mail", known.mails()), null, after(fields), 0);
      }
      case PRESENTATION, DEMO, COACHING -> {
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
      case TASK -> {
        fields.refuse(List.of("open"), "is for a survey only: write 'within'");
        int within = values.workingDays(fields.need("within"), 1);
        Text task = values.text(what, true, Values.PARAGRAPHS);
        yield new ActionPlan(kind, "", null, after(fields), within, task);
      }
      case HOLD -> {
        fields.refuse(List.of("after", "within", "open"), "means nothing for a hold");
        values.yes(what);
        yield new ActionPlan(kind, "", null, 0, 0);
      }
    };
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
