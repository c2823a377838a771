package org.uitrol.application.audit.dossier;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.Measure;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.survey.SurveyPlan;

/**
 * A campaign as it is known up to one place in the history. Tells of nobody by name and of no group
 * smaller than the plan allows.
 *
 * @param plan in force, or the newest one before the launch
 * @param version of that plan
 * @param until the position of the last event that counts
 * @param knownAt when that event was written down
 * @param smallestGroup nothing is told of fewer people
 * @param covered the latest checkpoint of the history up to there; null when there is none
 * @param uncovered how many positions come after what it covers
 */
public record Dossier(
    CampaignId campaign,
    Plan plan,
    int version,
    CampaignStatus status,
    long until,
    Instant knownAt,
    int smallestGroup,
    @Nullable SignedCheckpoint covered,
    long uncovered,
    List<Version> versions,
    List<Consulted> consultations,
    List<Measure> measures,
    List<TrailRow> decisions,
    List<Department> departments,
    SortedMap<StageName, Stage> totals,
    Concerns concerns,
    Map<String, Long> mails,
    List<SignedCheckpoint> checkpoints,
    Map<String, Long> erasures,
    List<Retained> retained) {

  public Dossier {
    versions = List.copyOf(versions);
    consultations = List.copyOf(consultations);
    measures = List.copyOf(measures);
    decisions = List.copyOf(decisions);
    departments = List.copyOf(departments);
    totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    mails = Collections.unmodifiableMap(new LinkedHashMap<>(mails));
    checkpoints = List.copyOf(checkpoints);
    erasures = Collections.unmodifiableMap(new LinkedHashMap<>(erasures));
    retained = List.copyOf(retained);
  }

  /**
   * One version of the plan.
   *
   * @param before the version before it; null for the first
   * @param events what became of it, the first thing first
   */
  public record Version(int version, Plan plan, @Nullable Plan before, List<TrailRow> events) {

    public Version {
      events = List.copyOf(events);
    }
  }

  /**
   * The consultation on one version.
   *
   * @param opinion the latest; null when none was given
   * @param conditions of the latest opinion
   * @param settled whether departments might go on by the end of it
   * @param setAside whether managers went on against the advice
   * @param events from the question on
   */
  public record Consulted(
      int version,
      ConsultationRule rule,
      @Nullable Opinion opinion,
      List<Condition> conditions,
      boolean settled,
      boolean setAside,
      List<TrailRow> events) {

    public Consulted {
      conditions = List.copyOf(conditions);
      events = List.copyOf(events);
    }
  }

  /** A condition of the works council, and whether it found it met. */
  public record Condition(String text, boolean met) {}

  /**
   * How far one department is.
   *
   * @param members how many take part
   */
  public record Department(
      RolloutId rollout,
      DepartmentId department,
      int planVersion,
      RolloutStatus status,
      StageName stage,
      int members,
      SortedMap<StageName, Stage> stages) {

    public Department {
      stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }
  }

  /**
   * How many people did what in one stage, as far as it may be told.
   *
   * @param invited to meetings; null when there were none
   * @param attended all meetings to which they were invited
   * @param enrolled in courses; null when there were none
   * @param trained finished all of them
   * @param surveys that are closed
   */
  public record Stage(
      @Nullable Headcount invited,
      @Nullable Headcount attended,
      @Nullable Headcount enrolled,
      @Nullable Headcount trained,
      List<Answered> surveys) {

    public Stage {
      surveys = List.copyOf(surveys);
    }
  }

  /** How many people answered a survey, of those who were asked. */
  public record Answered(String activity, SurveyPlan survey, Headcount people) {}

  /**
   * What people asked. Never who did.
   *
   * @param mustAnswer open ones for which gates wait
   * @param answers that everybody may read
   */
  public record Concerns(
      int raised, int open, int mustAnswer, int answered, int withdrawn, List<Answer> answers) {

    public Concerns {
      answers = List.copyOf(answers);
    }
  }

  /**
   * A question as everybody may read it, with its answer; empty where it can't be read any more.
   */
  public record Answer(String question, String answer, Instant at) {}

  /** How much of one kind was removed since it was past its time. */
  public record Retained(RetainedKind kind, int runs, long removed) {}
}
