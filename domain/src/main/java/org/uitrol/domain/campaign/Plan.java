package org.uitrol.domain.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.communication.MailText;
import org.uitrol.domain.concern.ConcernRule;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.SkillMatrix;

/**
 * One version of what a campaign will do, as a campaign file says it (see the schema {@code
 * campaign.schema.json}). It was checked when it was read: every key that it refers to exists and
 * every condition compiles. People in it are ids.
 *
 * @param languages language tags, the fallback first
 * @param owner who hears of escalations
 * @param mails, surveys, meetings, courses by the key with which activities and actions refer to
 *     them
 * @param governance what it owes the people that it is for
 * @param concerns how concerns are dealt with; null where the plan doesn't say
 * @param audience whom it tells apart; null where everything is for everybody
 * @param matrix which role needs which skill; null where the plan has no skills
 */
public record Plan(
    CampaignId campaign,
    Text title,
    String tool,
    AiKind ai,
    List<String> languages,
    CalendarRule calendar,
    PersonId owner,
    PrivacyRule privacy,
    LoadRule load,
    List<Wave> waves,
    List<StagePlan> stages,
    List<ReactionPlan> reactions,
    Map<String, MailText> mails,
    Map<String, SurveyPlan> surveys,
    Map<String, MeetingPlan> meetings,
    Map<String, CoursePlan> courses,
    List<Room> rooms,
    Governance governance,
    @Nullable ConcernRule concerns,
    @Nullable AudienceRules audience,
    @Nullable SkillMatrix matrix) {

  @SuppressWarnings("ConstantValue") // Plans from before there was any don't name it.
  public Plan {
    languages = List.copyOf(languages);
    waves = List.copyOf(waves);
    stages = List.copyOf(stages);
    reactions = List.copyOf(reactions);
    mails = ordered(mails);
    surveys = ordered(surveys);
    meetings = ordered(meetings);
    courses = ordered(courses);
    rooms = List.copyOf(rooms);
    governance = governance == null ? Governance.NONE : governance;
  }

  /** A plan in which everything is for everybody. */
  public Plan(
      CampaignId campaign,
      Text title,
      String tool,
      AiKind ai,
      List<String> languages,
      CalendarRule calendar,
      PersonId owner,
      PrivacyRule privacy,
      LoadRule load,
      List<Wave> waves,
      List<StagePlan> stages,
      List<ReactionPlan> reactions,
      Map<String, MailText> mails,
      Map<String, SurveyPlan> surveys,
      Map<String, MeetingPlan> meetings,
      Map<String, CoursePlan> courses,
      List<Room> rooms,
      Governance governance,
      @Nullable ConcernRule concerns) {
    this(
        campaign,
        title,
        tool,
        ai,
        languages,
        calendar,
        owner,
        privacy,
        load,
        waves,
        stages,
        reactions,
        mails,
        surveys,
        meetings,
        courses,
        rooms,
        governance,
        concerns,
        null,
        null);
  }

  /** A plan that says nothing of concerns. */
  public Plan(
      CampaignId campaign,
      Text title,
      String tool,
      AiKind ai,
      List<String> languages,
      CalendarRule calendar,
      PersonId owner,
      PrivacyRule privacy,
      LoadRule load,
      List<Wave> waves,
      List<StagePlan> stages,
      List<ReactionPlan> reactions,
      Map<String, MailText> mails,
      Map<String, SurveyPlan> surveys,
      Map<String, MeetingPlan> meetings,
      Map<String, CoursePlan> courses,
      List<Room> rooms,
      Governance governance) {
    this(
        campaign,
        title,
        tool,
        ai,
        languages,
        calendar,
        owner,
        privacy,
        load,
        waves,
        stages,
        reactions,
        mails,
        surveys,
        meetings,
        courses,
        rooms,
        governance,
        null,
        null,
        null);
  }

  /** The same plan with other rules about whom it is for. */
  public Plan withAudience(@Nullable AudienceRules rules) {
    return with(mails, surveys, meetings, courses, rooms, rules, matrix);
  }

  /** The same plan with other surveys. */
  public Plan withSurveys(Map<String, SurveyPlan> others) {
    return with(mails, others, meetings, courses, rooms, audience, matrix);
  }

  /** The same plan with another matrix of skills. */
  public Plan withMatrix(@Nullable SkillMatrix other) {
    return with(mails, surveys, meetings, courses, rooms, audience, other);
  }

  /** Whom it tells apart, also where the plan doesn't say. */
  public AudienceRules audienceRules() {
    return audience == null ? AudienceRules.NONE : audience;
  }

  /** Which role needs which skill, also where the plan has no skills. */
  public SkillMatrix skillMatrix() {
    return matrix == null ? SkillMatrix.NONE : matrix;
  }

  /** How concerns are dealt with, also where the plan doesn't say. */
  public ConcernRule concernRule() {
    return concerns == null ? ConcernRule.DEFAULT : concerns;
  }

  /** What a department's rollout is pinned to. */
  public RolloutPlan rolloutPlan() {
    ConsultationRule consultation = governance.consultation();
    return new RolloutPlan(
        calendar,
        stages,
        reactions,
        consultation == null ? null : consultation.before(),
        audience == null ? null : audience.members(),
        audienceRules().champions() == null ? null : Boolean.TRUE);
  }

  /**
   * The meetings of an activity; empty when it has none, as an online course.
   *
   * @param uses the key of the meeting or course
   */
  public Optional<MeetingPlan> meeting(ActivityKind kind, String uses) {
    return switch (kind) {
      case PRESENTATION, DEMO, COACHING -> Optional.ofNullable(meetings.get(uses));
      case TRAINING -> Optional.ofNullable(courses.get(uses)).map(CoursePlan::classroom);
      case ANNOUNCEMENT, SURVEY, TASK, PATH -> Optional.empty();
    };
  }

  /**
   * This plan with what an earlier version had and this one lacks, for what still runs under that
   * version: a mail that waits, a course that isn't finished.
   */
  public Plan withRemainsOf(Plan earlier) {
    List<Room> allRooms = new ArrayList<>(rooms);
    earlier.rooms.stream()
        .filter(room -> rooms.stream().noneMatch(one -> one.id().equals(room.id())))
        .forEach(allRooms::add);
    return with(
        merged(earlier.mails, mails),
        merged(earlier.surveys, surveys),
        merged(earlier.meetings, meetings),
        merged(earlier.courses, courses),
        allRooms,
        earlier.audience == null
            ? audience
            : audienceRules().withRemainsOf(earlier.audienceRules()),
        earlier.matrix == null ? matrix : skillMatrix().withRemainsOf(earlier.matrix));
  }

  private Plan with(
      Map<String, MailText> otherMails,
      Map<String, SurveyPlan> otherSurveys,
      Map<String, MeetingPlan> otherMeetings,
      Map<String, CoursePlan> otherCourses,
      List<Room> otherRooms,
      @Nullable AudienceRules otherAudience,
      @Nullable SkillMatrix otherMatrix) {
    return new Plan(
        campaign,
        title,
        tool,
        ai,
        languages,
        calendar,
        owner,
        privacy,
        load,
        waves,
        stages,
        reactions,
        otherMails,
        otherSurveys,
        otherMeetings,
        otherCourses,
        otherRooms,
        governance,
        concerns,
        otherAudience,
        otherMatrix);
  }

  private static <V> Map<String, V> merged(Map<String, V> earlier, Map<String, V> now) {
    Map<String, V> all = new LinkedHashMap<>(earlier);
    all.putAll(now);
    return all;
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** Which kind of AI the tool is. */
  public enum AiKind {
    GENERATIVE,
    MACHINE_LEARNING,
    BOTH
  }

  /**
   * What protects people.
   *
   * @param smallestGroup results about fewer people than this are withheld; 5 or more
   * @param usage whose reports of use are counted, by department only; null for nobody's
   */
  public record PrivacyRule(int smallestGroup, @Nullable UsageRule usage) {

    /** A plan that counts no use. */
    public PrivacyRule(int smallestGroup) {
      this(smallestGroup, null);
    }
  }

  /**
   * What people can take.
   *
   * @param mailsPerPersonPerWeek how many optional mails one person gets in seven days; the rest
   *     wait
   * @param departmentsAtOnce how many departments are under way at the same time; null for as many
   *     as there are
   * @param sessionHoursPerPersonPerWeek how many hours one person sits in sessions from Monday to
   *     Sunday, but for one session that is longer by itself; null for as many as there are
   * @param overflow what becomes of optional mails above the limit; null for {@link Overflow#WAIT}
   * @param surveyRest how many working days a person isn't asked to answer another survey; null for
   *     none
   */
  public record LoadRule(
      int mailsPerPersonPerWeek,
      @Nullable Integer departmentsAtOnce,
      @Nullable Integer sessionHoursPerPersonPerWeek,
      @Nullable Overflow overflow,
      @Nullable Integer surveyRest) {

    /** Anybody can be asked to answer another survey at any time. */
    public LoadRule(
        int mailsPerPersonPerWeek,
        @Nullable Integer departmentsAtOnce,
        @Nullable Integer sessionHoursPerPersonPerWeek,
        @Nullable Overflow overflow) {
      this(mailsPerPersonPerWeek, departmentsAtOnce, sessionHoursPerPersonPerWeek, overflow, null);
    }

    /** Any number of hours in sessions; mails above the limit wait. */
    public LoadRule(int mailsPerPersonPerWeek, @Nullable Integer departmentsAtOnce) {
      this(mailsPerPersonPerWeek, departmentsAtOnce, null, null);
    }

    /** Any number of departments at the same time. */
    public LoadRule(int mailsPerPersonPerWeek) {
      this(mailsPerPersonPerWeek, null);
    }
  }

  /** What becomes of optional mails that are more than a person gets in seven days. */
  public enum Overflow {
    /** Each waits for its turn. */
    WAIT,
    /** They are sent together, as one mail. */
    DIGEST
  }

  /**
   * Departments that start together: on a date or after an earlier wave.
   *
   * @param start the first day, when it starts on a date
   * @param after what it waits for, when it doesn't
   * @param departments who is in it
   * @param others whether all departments that no wave names are in it too
   * @param share the part in hundredths, from 1 to 100, of the people in departments that no wave
   *     names, whose departments are chosen when the campaign is launched; null for none
   */
  public record Wave(
      String name,
      @Nullable LocalDate start,
      @Nullable After after,
      List<DepartmentId> departments,
      boolean others,
      @Nullable Integer share) {

    public Wave {
      departments = List.copyOf(departments);
      if ((start == null) == (after == null)) {
        throw new IllegalArgumentException("a wave starts either on a date or after a wave");
      }
    }

    /** A wave of departments that are named, or of all others. */
    public Wave(
        String name,
        @Nullable LocalDate start,
        @Nullable After after,
        List<DepartmentId> departments,
        boolean others) {
      this(name, start, after, departments, others, null);
    }
  }

  /**
   * A wave waits until departments of an earlier one have entered a stage, and some working days
   * more.
   *
   * @param reached how many of those departments must have entered it, in hundredths from 1 to 100;
   *     null for all
   */
  public record After(String wave, StageName stage, int plus, @Nullable Integer reached) {

    /** It waits for every department. */
    public After(String wave, StageName stage, int plus) {
      this(wave, stage, plus, null);
    }
  }
}
