package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.PathPlan;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads the stages with their activities and gates. */
final class StagesReader {

  private static final int MOST_ACTIVITIES = 50;
  private static final int MOST_NEEDS = 20;
  private static final int MOST_REMINDERS = 10;
  private static final List<String> STAGES =
      Arrays.stream(StageName.values()).map(StageName::key).toList();
  private static final List<String> APPROVERS =
      Arrays.stream(Approver.values()).map(Approver::key).toList();
  private static final List<String> KINDS =
      Arrays.stream(ActivityKind.values())
          .filter(kind -> kind != ActivityKind.COACHING)
          .map(ActivityKind::key)
          .toList();

  private final Values values;
  private final Problems problems;
  private final ConditionReader conditions;
  private final References known;
  private final Used used;
  private final SegmentsReader segments;
  private final Set<String> ids = new HashSet<>();

  StagesReader(
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

  List<StagePlan> read(@Nullable Entry entry) {
    List<StagePlan> stages = new ArrayList<>();
    @Nullable StageName latest = null;
    for (Entry item : values.items(entry, STAGES.size())) {
      Fields fields = Fields.of(item, Shape.STAGE, problems);
      Entry nameEntry = fields.need("stage");
      String key = values.word(nameEntry, STAGES, "");
      StageName name = key.isEmpty() ? StageName.ANNOUNCE : StageName.of(key);
      if (nameEntry != null && !key.isEmpty() && latest != null && name.compareTo(latest) <= 0) {
        problems.error(
            nameEntry,
            "'"
                + name.key()
                + "' can't follow '"
                + latest.key()
                + "': the order is "
                + String.join(", ", STAGES));
      }
      latest = key.isEmpty() ? latest : name;
      List<ActivityPlan> activities =
          values.items(fields.need("activities"), MOST_ACTIVITIES).stream()
              .map(this::activity)
              .toList();
      stages.add(new StagePlan(name, activities, gate(fields.get("gate"))));
    }
    return stages;
  }

  private GatePlan gate(@Nullable Entry entry) {
    Fields fields = Fields.of(entry, Shape.GATE, problems);
    List<String> needs =
        values.items(fields.get("needs"), MOST_NEEDS).stream().map(conditions::need).toList();
    List<Approver> approvals = approvals(fields.get("approvals"));
    int least = values.workingDays(fields.get("least"), 0);
    Entry most = fields.get("most");
    if (most == null) {
      return new GatePlan(needs, least, null, approvals);
    }
    Entry days = most;
    if (most.node() instanceof MappingNode) {
      Fields late = Fields.of(most, Shape.MOST, problems);
      days = late.need("after");
      values.word(late.need("then"), List.of("escalate"), "escalate");
    }
    int count = values.workingDays(days, 1);
    if (days != null && count > 1 && count < least) {
      problems.error(days, "'most' can't be less than 'least', " + least + " working days");
    }
    return new GatePlan(needs, least, count, approvals);
  }

  private List<Approver> approvals(@Nullable Entry entry) {
    List<Approver> approvals = new ArrayList<>();
    for (Entry item : values.items(entry, APPROVERS.size())) {
      String key = values.word(item, APPROVERS, "");
      for (Approver approver : Approver.values()) {
        if (!approver.key().equals(key)) {
          continue;
        }
        if (approvals.contains(approver)) {
          problems.error(item, "'" + key + "' stands here twice");
        } else {
          approvals.add(approver);
        }
      }
    }
    return approvals;
  }

  private ActivityPlan activity(Entry entry) {
    Fields fields = Fields.of(entry, Shape.ACTIVITY, problems);
    String id = values.newSlug(fields.need("id"), ids, "another activity has this id");
    String kindKey = fields.oneOf(KINDS);
    int after = values.workingDays(fields.get("after"), 0);
    if (kindKey == null) {
      return new ActivityPlan(id, ActivityKind.ANNOUNCEMENT, id, after, 0, null, null);
    }
    ActivityKind kind = ActivityKind.valueOf(kindKey.toUpperCase(Locale.ROOT));
    Entry what = fields.get(kindKey);
    Text task = kind == ActivityKind.TASK ? values.text(what, true, Values.PARAGRAPHS) : null;
    String uses = kind == ActivityKind.TASK ? id : uses(kind, what);
    return new ActivityPlan(
        id,
        kind,
        uses,
        after,
        within(fields, kind, uses),
        remind(fields, kind),
        task,
        null,
        audience(fields, kind, uses));
  }

  private @Nullable Audience audience(Fields fields, ActivityKind kind, String uses) {
    if (kind == ActivityKind.PATH) {
      fields.refuse(List.of("for"), "isn't for a path, whose roles say whom it is for");
      PathPlan path = known.paths().get(uses);
      return path == null ? null : path.audience();
    }
    if (kind == ActivityKind.TASK) {
      fields.refuse(List.of("for"), "means nothing for a task, which is the owner's");
      return null;
    }
    return segments.audience(fields.get("for"), known.segments());
  }

  private String uses(ActivityKind kind, @Nullable Entry entry) {
    return switch (kind) {
      case ANNOUNCEMENT -> use(entry, "mail", known.mails());
      case PRESENTATION, DEMO, COACHING -> use(entry, "meeting", known.meetings().keySet());
      case TRAINING -> use(entry, "course", known.courses().keySet());
      case SURVEY -> use(entry, "survey", known.surveys().keySet());
      case PATH -> use(entry, "path", known.paths().keySet());
      case TASK -> throw new IllegalStateException("a task refers to nothing");
    };
  }

  private String use(@Nullable Entry entry, String what, Set<String> there) {
    String key = values.reference(entry, what, there);
    used.uses(what, key);
    return key;
  }

  private int within(Fields fields, ActivityKind kind, String uses) {
    switch (kind) {
      case ANNOUNCEMENT -> {
        fields.refuse(List.of("within", "open"), "means nothing for an announcement");
        return 0;
      }
      case SURVEY -> {
        fields.refuse(List.of("within"), "isn't for a survey: write how long it is 'open'");
        return values.workingDays(fields.need("open"), 1);
      }
      default -> {
        fields.refuse(List.of("open"), "is for a survey only: write 'within'");
        Entry entry = fields.need("within");
        int within = values.workingDays(entry, 1);
        if (entry != null) {
          checkNotice(problems, entry, within, notice(kind, uses));
        }
        return within;
      }
    }
  }

  private int notice(ActivityKind kind, String uses) {
    return switch (kind) {
      case PRESENTATION, DEMO, COACHING -> known.noticeOfMeeting(uses);
      case TRAINING -> known.noticeOfCourse(uses);
      default -> 0;
    };
  }

  /** Refuses a meeting that would have to be before people had their notice. */
  static void checkNotice(Problems problems, Entry entry, int within, int notice) {
    if (within < notice) {
      problems.error(
          entry,
          "people are told "
              + notice
              + " working days ahead ('notice'), so that no meeting can be"
              + " within "
              + within);
    }
  }

  private @Nullable Reminders remind(Fields fields, ActivityKind kind) {
    Entry entry = fields.get("remind");
    if (entry == null) {
      return null;
    }
    if (kind != ActivityKind.SURVEY && !kind.isTraining()) {
      fields.refuse(List.of("remind"), "is for a survey, a training or a path only");
      return null;
    }
    Fields remind = Fields.of(entry, Shape.REMIND, problems);
    return new Reminders(
        values.workingDays(remind.need("every"), 1),
        values.number(remind.need("most"), 1, MOST_REMINDERS));
  }
}
