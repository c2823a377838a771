package org.uitrol.adapters.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.proof.ProofJson;

/**
 * A dossier in the words of one language. Its components, by their names and in their order, are
 * the keys of the JSON, see {@code dossier.schema.json}.
 *
 * @param knownAt when the last event that counts was written down
 * @param checkpoint as the checkpoints' own file, so that it can be checked; null when there is
 *     none
 * @param uncovered how many positions come after what that checkpoint covers
 */
public record DossierDocument(
    String format,
    String language,
    Campaign campaign,
    long until,
    Instant knownAt,
    @Nullable Map<String, Object> checkpoint,
    long uncovered,
    int smallestGroup,
    List<Version> versions,
    List<Consultation> consultations,
    List<Measure> measures,
    List<Entry> decisions,
    List<Department> departments,
    List<Stage> totals,
    Concerns concerns,
    List<Count> mails,
    List<Checkpoint> checkpoints,
    List<Count> erasures,
    List<Retained> retained) {

  /** The format of the JSON; another one when a key changes its meaning. */
  public static final String FORMAT = ProofJson.DOSSIER;

  public DossierDocument {
    versions = List.copyOf(versions);
    consultations = List.copyOf(consultations);
    measures = List.copyOf(measures);
    decisions = List.copyOf(decisions);
    departments = List.copyOf(departments);
    totals = List.copyOf(totals);
    mails = List.copyOf(mails);
    checkpoints = List.copyOf(checkpoints);
    erasures = List.copyOf(erasures);
    retained = List.copyOf(retained);
  }

  /** What it is about. */
  public record Campaign(
      String key, String title, String tool, String ai, String status, int version) {}

  /**
   * Something that happened.
   *
   * @param event its identifier in the history
   * @param when on the campaign's clock
   */
  public record Entry(
      long position,
      String event,
      String name,
      Instant at,
      String when,
      String what,
      String who,
      @Nullable String department) {}

  /** One version of the plan: what it consists of, and in what it differs from the one before. */
  public record Version(
      int version, List<PlannedStage> stages, List<Change> changes, List<Entry> events) {

    public Version {
      stages = List.copyOf(stages);
      changes = List.copyOf(changes);
      events = List.copyOf(events);
    }
  }

  /**
   * A stage as the plan has it.
   *
   * @param least working days that it lasts at the least
   * @param most working days after which it is overdue; null for never
   */
  public record PlannedStage(
      String stage,
      String title,
      List<String> activities,
      List<String> conditions,
      int least,
      @Nullable Integer most,
      List<String> approvals) {

    public PlannedStage {
      activities = List.copyOf(activities);
      conditions = List.copyOf(conditions);
      approvals = List.copyOf(approvals);
    }
  }

  /** One thing that changed. */
  public record Change(String where, String what, String before, String after) {}

  /** The consultation on one version. */
  public record Consultation(
      int version,
      String body,
      String needs,
      String before,
      String opinion,
      List<Condition> conditions,
      String outcome,
      List<Entry> events) {

    public Consultation {
      conditions = List.copyOf(conditions);
      events = List.copyOf(events);
    }
  }

  /** A condition of the works council. */
  public record Condition(String text, boolean met) {}

  /**
   * Something that is collected about people.
   *
   * @param months how long it is kept
   * @param smallestGroup results about fewer people aren't shown; null where each has their own
   */
  public record Measure(
      String kind,
      String title,
      String what,
      String why,
      String basis,
      int months,
      @Nullable Integer smallestGroup) {}

  /** How far a department is. */
  public record Department(
      String department,
      String name,
      int planVersion,
      String status,
      String stage,
      int members,
      List<Stage> stages) {

    public Department {
      stages = List.copyOf(stages);
    }
  }

  /** How many people did what in a stage. */
  public record Stage(
      String stage,
      String title,
      @Nullable People invited,
      @Nullable People attended,
      @Nullable People enrolled,
      @Nullable People trained,
      List<Survey> surveys) {

    public Stage {
      surveys = List.copyOf(surveys);
    }
  }

  /**
   * A number as far as it may be told.
   *
   * @param of how many people there are
   */
  public record People(int atLeast, int atMost, int of, String words) {}

  /** How many answered a survey. */
  public record Survey(String activity, String title, People answered) {}

  /** What people asked, and what everybody may read of it. */
  public record Concerns(
      int raised, int open, int mustAnswer, int answered, int withdrawn, List<Answer> answers) {

    public Concerns {
      answers = List.copyOf(answers);
    }
  }

  /** A question with its answer. */
  public record Answer(String question, String answer, Instant at, String when) {}

  /** How many of something there are. */
  public record Count(String name, String title, long count) {}

  /** A checkpoint in short. */
  public record Checkpoint(
      int number, long size, long position, Instant at, String when, String digest, String key) {}

  /** What was removed since it was past its time. */
  public record Retained(String kind, String title, int runs, long removed) {}
}
