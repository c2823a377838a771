package org.uitrol.adapters.files.campaign;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.Overflow;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityPlan.Reminders;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.LeadPlan;
import org.uitrol.domain.session.MeetingNeeds;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.RoomFeatures;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CalendarRule.Closed;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Aspect;
import org.uitrol.domain.survey.Cause;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillPlan;

/**
 * Writes a plan as a campaign file. Reading that file gives the same plan; comments and the order
 * of keys of the file that the plan came from aren't kept. Safe for many threads.
 */
public final class CampaignFileWriter {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * The file as text.
   *
   * @param people the e-mail address or employee number of each person in the plan, by which {@link
   *     PersonLookup} finds that person again
   */
  public String write(Plan plan, Function<PersonId, String> people) {
    return YamlText.of(tree(plan, people));
  }

  /** What the file consists of: maps, lists and values, as the keys of the schema have them. */
  static Map<String, Object> tree(Plan plan, Function<PersonId, String> people) {
    return new Writing(plan, people).campaign();
  }

  /** One plan being written. */
  private record Writing(Plan plan, Function<PersonId, String> people) {

    Map<String, Object> campaign() {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("uitrol", 1);
      file.put("campaign", plan.campaign().value());
      file.put("title", text(plan.title()));
      file.put("tool", plan.tool());
      file.put("ai", key(plan.ai()));
      file.put("languages", plan.languages());
      file.put("calendar", calendar(plan.calendar()));
      file.put("owner", people.apply(plan.owner()));
      file.put("privacy", privacy(plan.privacy()));
      file.put("load", load(plan.load()));
      ConcernRule concerns = plan.concerns();
      if (concerns != null) {
        file.put("concerns", concerns(concerns));
      }
      file.put("waves", plan.waves().stream().map(Writing::wave).toList());
      file.put("stages", plan.stages().stream().map(this::stage).toList());
      putUnlessEmpty(file, "reactions", plan.reactions().stream().map(this::reaction).toList());
      putUnlessEmpty(file, "mails", each(plan.mails(), this::mail));
      putUnlessEmpty(file, "surveys", each(plan.surveys(), this::survey));
      putUnlessEmpty(file, "meetings", each(plan.meetings(), this::titledMeeting));
      putUnlessEmpty(file, "courses", each(plan.courses(), this::course));
      putUnlessEmpty(file, "rooms", plan.rooms().stream().map(Writing::room).toList());
      governance(file, plan.governance());
      putUnlessEmpty(file, "segments", each(plan.audienceRules().segments(), this::segment));
      MemberRules members = plan.audienceRules().members();
      if (members != null) {
        file.put("people", people(members));
      }
      ChampionsPlan champions = plan.audienceRules().champions();
      if (champions != null) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ask", true);
        map.put("title", text(champions.title()));
        putText(map, "about", champions.about());
        file.put("champions", map);
      }
      putUnlessEmpty(file, "skills", each(plan.skillMatrix().skills(), this::skill));
      putUnlessEmpty(file, "paths", each(plan.skillMatrix().paths(), this::path));
      return file;
    }

    private static Map<String, Object> concerns(ConcernRule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("answerWithin", workingDays(rule.answerWithin()));
      putUnlessEmpty(
          map, "mustAnswer", rule.mustAnswer().stream().map(ConcernCategory::key).toList());
      return map;
    }

    private static Map<String, Object> privacy(PrivacyRule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("smallestGroup", rule.smallestGroup());
      UsageRule usage = rule.usage();
      if (usage != null) {
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("of", key(usage.of()));
        counted.put("activeWeeks", usage.activeWeeks());
        map.put("usage", counted);
        if (usage.isIndividual()) {
          map.put("individualUsage", "with-consent");
        }
      }
      return map;
    }

    private static Map<String, Object> load(LoadRule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("mailsPerPersonPerWeek", rule.mailsPerPersonPerWeek());
      Integer atOnce = rule.departmentsAtOnce();
      if (atOnce != null) {
        map.put("departmentsAtOnce", atOnce);
      }
      Integer hours = rule.sessionHoursPerPersonPerWeek();
      if (hours != null) {
        map.put("sessionHoursPerPersonPerWeek", hours);
      }
      Overflow overflow = rule.overflow();
      if (overflow != null) {
        map.put("overflow", key(overflow));
      }
      Integer rest = rule.surveyRest();
      if (rest != null) {
        map.put("surveyRest", workingDays(rest));
      }
      return map;
    }

    private void governance(Map<String, Object> file, Governance governance) {
      Map<String, Object> answers = new LinkedHashMap<>();
      governance.answers().forEach((question, answer) -> answers.put(question.key(), text(answer)));
      putUnlessEmpty(file, "answers", answers);
      ConsultationRule rule = governance.consultation();
      if (rule != null) {
        Map<String, Object> consultation = new LinkedHashMap<>();
        consultation.put("body", rule.body());
        consultation.put("needs", key(rule.needs()));
        consultation.put("before", rule.before().key());
        file.put("consultation", consultation);
      }
      Map<String, Object> measures = new LinkedHashMap<>();
      governance.measures().forEach((kind, measure) -> measures.put(kind.key(), measure(measure)));
      putUnlessEmpty(file, "measures", measures);
    }

    private Map<String, Object> measure(MeasureRule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      putText(map, "why", rule.why());
      map.put("basis", rule.basis().key());
      map.put("keep", rule.keep() + (rule.keep() == 1 ? " month" : " months"));
      return map;
    }

    private static String key(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String workingDays(int count) {
      return count + (count == 1 ? " working day" : " working days");
    }

    private Object text(Text text) {
      boolean onlyFallback =
          text.in().size() == 1 && text.in().containsKey(plan.languages().get(0));
      return onlyFallback ? text.in().values().iterator().next() : new LinkedHashMap<>(text.in());
    }

    private void putText(Map<String, Object> map, String key, @Nullable Text text) {
      if (text != null) {
        map.put(key, text(text));
      }
    }

    private static void putUnlessEmpty(Map<String, Object> map, String key, Object value) {
      boolean empty =
          value instanceof List<?> list
              ? list.isEmpty()
              : value instanceof Map<?, ?> parts && parts.isEmpty();
      if (!empty) {
        map.put(key, value);
      }
    }

    private static void putDays(Map<String, Object> map, String key, int days) {
      if (days > 0) {
        map.put(key, workingDays(days));
      }
    }

    private static <V> Map<String, Object> each(
        Map<String, V> parts, Function<V, Map<String, Object>> written) {
      Map<String, Object> all = new LinkedHashMap<>();
      parts.forEach((key, part) -> all.put(key, written.apply(part)));
      return all;
    }

    private static Map<String, Object> calendar(CalendarRule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("zone", rule.zone().getId());
      map.put("country", rule.country());
      map.put("days", CalendarReader.written(rule.days()));
      map.put("hours", HOUR.format(rule.opens()) + "-" + HOUR.format(rule.closes()));
      putUnlessEmpty(map, "closed", rule.closed().stream().map(Writing::closed).toList());
      return map;
    }

    private static Map<String, Object> closed(Closed span) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("from", span.from().toString());
      map.put("to", span.to().toString());
      map.put("why", span.why());
      LocalTime at = span.at();
      if (at != null) {
        map.put("at", HOUR.format(at));
      }
      return map;
    }

    private static Map<String, Object> wave(Wave wave) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("name", wave.name());
      if (wave.start() != null) {
        map.put("start", wave.start().toString());
      }
      After after = wave.after();
      if (after != null) {
        Map<String, Object> waits = new LinkedHashMap<>();
        waits.put("wave", after.wave());
        waits.put("stage", after.stage().key());
        putDays(waits, "plus", after.plus());
        Integer reached = after.reached();
        if (reached != null) {
          waits.put("reached", reached + "%");
        }
        map.put("after", waits);
      }
      Integer share = wave.share();
      if (share != null) {
        map.put("departments", Map.of("share", share + "%"));
      } else if (wave.others()) {
        map.put("departments", "others");
      } else {
        map.put("departments", wave.departments().stream().map(DepartmentId::value).toList());
      }
      return map;
    }

    private Map<String, Object> stage(StagePlan stage) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("stage", stage.stage().key());
      map.put("activities", stage.activities().stream().map(this::activity).toList());
      putUnlessEmpty(map, "gate", gate(stage.gate()));
      return map;
    }

    private static Map<String, Object> gate(GatePlan gate) {
      Map<String, Object> map = new LinkedHashMap<>();
      putUnlessEmpty(map, "needs", gate.needs());
      putDays(map, "least", gate.least());
      Integer most = gate.most();
      if (most != null) {
        Map<String, Object> late = new LinkedHashMap<>();
        late.put("after", workingDays(most));
        late.put("then", "escalate");
        map.put("most", late);
      }
      putUnlessEmpty(map, "approvals", gate.approvals().stream().map(Approver::key).toList());
      return map;
    }

    private Map<String, Object> activity(ActivityPlan activity) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", activity.id());
      Text task = activity.task();
      map.put(activity.kind().key(), task == null ? activity.uses() : text(task));
      putDays(map, "after", activity.after());
      putDays(map, activity.kind() == ActivityKind.SURVEY ? "open" : "within", activity.within());
      Reminders remind = activity.remind();
      if (remind != null) {
        Map<String, Object> reminders = new LinkedHashMap<>();
        reminders.put("every", workingDays(remind.every()));
        reminders.put("most", remind.most());
        map.put("remind", reminders);
      }
      putAudience(map, activity.kind() == ActivityKind.PATH ? null : activity.audience());
      return map;
    }

    private Map<String, Object> reaction(ReactionPlan reaction) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", reaction.id());
      map.put("on", reaction.on());
      if (reaction.when() != null) {
        map.put("if", reaction.when());
      }
      if (reaction.most() > 1) {
        map.put("most", reaction.most());
      }
      if (reaction.per() != null) {
        map.put("per", key(reaction.per()));
      }
      if (reaction.coolDown() != null) {
        map.put("coolDown", workingDays(reaction.coolDown()));
      }
      if (reaction.cause() != null) {
        map.put("cause", reaction.cause().key());
      }
      putAudience(map, reaction.audience());
      map.put("then", reaction.then().stream().map(this::action).toList());
      return map;
    }

    private Map<String, Object> action(ActionPlan action) {
      Map<String, Object> map = new LinkedHashMap<>();
      EscalateTo to = action.to();
      Text task = action.task();
      Object what = to == null ? action.uses() : key(to);
      if (task != null) {
        what = text(task);
      }
      map.put(key(action.kind()), action.kind() == ActionPlan.Kind.HOLD ? true : what);
      putDays(map, "after", action.after());
      putDays(map, action.kind() == ActionPlan.Kind.SURVEY ? "open" : "within", action.within());
      return map;
    }

    private static Map<String, Object> people(MemberRules rules) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("joiner", MemberRules.key(rules.joiner()));
      map.put("mover", MemberRules.key(rules.mover()));
      map.put("leaver", workingDays(rules.leaverAfter()));
      map.put("returner", MemberRules.key(rules.returner()));
      return map;
    }

    private static void putAudience(Map<String, Object> map, @Nullable Audience audience) {
      if (audience != null) {
        map.put("for", audience.segments());
      }
    }

    private Map<String, Object> segment(SegmentPlan segment) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(segment.title()));
      segment.criteria().forEach((criterion, among) -> map.put(criterion.key(), among));
      return map;
    }

    private Map<String, Object> skill(SkillPlan skill) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(skill.title()));
      map.put("courses", skill.courses());
      Baseline baseline = skill.baseline();
      if (baseline != null) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("course", baseline.course());
        test.put("pass", baseline.pass());
        map.put("baseline", test);
      }
      putUnlessEmpty(map, "fastLane", skill.fastLane());
      return map;
    }

    private Map<String, Object> path(PathPlan path) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(path.title()));
      map.put("roles", path.roles().stream().map(Writing::role).toList());
      return map;
    }

    private static Map<String, Object> role(RolePlan role) {
      Map<String, Object> map = new LinkedHashMap<>();
      if (role.others()) {
        map.put("others", true);
      } else {
        map.put("for", role.segments());
      }
      map.put("needs", role.needs());
      return map;
    }

    private Map<String, Object> mail(MailText mail) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("subject", text(mail.subject()));
      map.put("body", text(mail.body()));
      if (mail.optional()) {
        map.put("optional", true);
      }
      return map;
    }

    private Map<String, Object> survey(SurveyPlan survey) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(survey.title()));
      putText(map, "intro", survey.intro());
      Integer enough = survey.enough();
      if (enough != null) {
        map.put("enough", enough + "%");
      }
      Integer texts = survey.textsFrom();
      if (texts != null) {
        map.put("texts", texts);
      }
      List<Object> questions = new ArrayList<>();
      for (List<Question> group : survey.grids()) {
        Text above = group.get(0).grid();
        questions.add(above == null ? question(group.get(0)) : matrix(group, above));
      }
      map.put("questions", questions);
      return map;
    }

    private Map<String, Object> question(Question question) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", question.id());
      List<Map<String, Object>> choices = question.choices().stream().map(this::choice).toList();
      switch (question.kind()) {
        case SCALE -> map.put("scale", question.points());
        case CHOICE -> map.put("choice", choices);
        case SEVERAL -> map.put("several", choices);
        case TEXT -> map.put("text", true);
      }
      map.put("ask", text(question.ask()));
      Integer most = question.most();
      if (most != null) {
        map.put("most", most);
      }
      common(map, question);
      means(map, question);
      return map;
    }

    private Map<String, Object> matrix(List<Question> rows, Text above) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("ask", text(above));
      map.put("scale", rows.get(0).points());
      common(map, rows.get(0));
      List<Object> lines = new ArrayList<>();
      for (Question one : rows) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", one.id());
        line.put("ask", text(one.ask()));
        means(line, one);
        lines.add(line);
      }
      map.put("matrix", lines);
      return map;
    }

    /** What is the same for all rows of a matrix. */
    private void common(Map<String, Object> map, Question question) {
      putText(map, "low", question.low());
      putText(map, "high", question.high());
      if (question.required()) {
        map.put("required", true);
      }
      Only only = question.only();
      if (only != null) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("question", only.question());
        who.put("answers", new ArrayList<>(only.given()));
        map.put("only", who);
      }
    }

    private static void means(Map<String, Object> map, Question question) {
      Aspect aspect = question.aspect();
      if (question.readiness()) {
        map.put("readiness", aspect == null ? true : aspect.key());
      }
      Cause cause = question.cause();
      if (cause != null) {
        map.put("cause", cause.key());
      }
    }

    private Map<String, Object> choice(Choice choice) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", choice.id());
      map.put("text", text(choice.text()));
      return map;
    }

    private Map<String, Object> titledMeeting(MeetingPlan meeting) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(meeting.title()));
      map.putAll(meeting(meeting));
      return map;
    }

    private Map<String, Object> meeting(MeetingPlan meeting) {
      Map<String, Object> map = new LinkedHashMap<>();
      putText(map, "about", meeting.about());
      map.put("minutes", meeting.minutes());
      map.put("rooms", new ArrayList<>(meeting.rooms()));
      PersonId presenter = meeting.presenter();
      if (presenter != null) {
        map.put("presenter", people.apply(presenter));
      }
      MeetingNeeds needs = meeting.known();
      putUnlessEmpty(map, "presenters", needs.presenters().stream().map(this::lead).toList());
      putUnlessEmpty(map, "equipment", new ArrayList<>(needs.equipment()));
      putUnlessEmpty(map, "languages", new ArrayList<>(needs.languages()));
      map.put("notice", workingDays(meeting.notice()));
      if (needs.byProposal()) {
        map.put("byProposal", true);
      }
      return map;
    }

    private Map<String, Object> lead(LeadPlan lead) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("person", people.apply(lead.person()));
      putUnlessEmpty(map, "languages", new ArrayList<>(lead.languages()));
      return map;
    }

    private Map<String, Object> course(CoursePlan course) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("title", text(course.title()));
      MeetingPlan classroom = course.classroom();
      if (classroom != null) {
        map.put("classroom", meeting(classroom));
      }
      if (course.link() != null) {
        map.put("online", course.link());
      }
      if (course.activityIds() != null) {
        map.put("activityIds", course.activityIds().ids());
      }
      return map;
    }

    private static Map<String, Object> room(Room room) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", room.id());
      map.put("name", room.name());
      map.put("seats", room.seats());
      if (room.link() != null) {
        map.put("link", room.link());
      }
      RoomFeatures features = room.known();
      if (features.location() != null) {
        map.put("location", features.location());
      }
      putUnlessEmpty(map, "equipment", new ArrayList<>(features.equipment()));
      Slot hours = features.hours();
      if (hours != null) {
        map.put("hours", HOUR.format(hours.from()) + "-" + HOUR.format(hours.to()));
      }
      return map;
    }
  }
}
