package org.uitrol.application.audit.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.dossier.Dossier.Answer;
import org.uitrol.application.audit.dossier.Dossier.Concerns;
import org.uitrol.application.audit.dossier.Dossier.Condition;
import org.uitrol.application.audit.dossier.Dossier.Consulted;
import org.uitrol.application.audit.dossier.Dossier.Department;
import org.uitrol.application.audit.dossier.Dossier.Retained;
import org.uitrol.application.audit.dossier.Dossier.Version;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.campaign.Campaign;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.RetentionEvent.RetentionRan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.StreamId;

/**
 * Puts dossiers together from the history (decision 0042). The same place in the history gives the
 * same dossier, but for answers to questions that can't be read any more. Safe for many threads.
 */
@Component
public class Dossiers {

  /** What people decided about departments and questions. */
  private static final Set<String> DECISIONS =
      Set.of(
          "campaign.plan-submitted",
          "campaign.plan-returned",
          "campaign.plan-approved",
          "campaign.launched",
          "campaign.amended",
          "campaign.amendment-dropped",
          "campaign.question-answered",
          "campaign.paused",
          "campaign.resumed",
          "campaign.cancelled",
          "consultation.opinion-given",
          "consultation.condition-met",
          "consultation.advice-set-aside",
          "consultation.suspension-ended",
          "gate.approved",
          "gate.condition-waived",
          "stage.skipped",
          "stage.rolled-back",
          "activity.skipped",
          "rollout.held",
          "rollout.released",
          "concern.marked",
          "concern.unmarked",
          "session.cancelled");

  private static final List<String> MAILS =
      List.of(
          "dispatch.requested",
          "dispatch.handed-over",
          "dispatch.sent-within",
          "dispatch.suppressed",
          "dispatch.postponed",
          "dispatch.failed",
          "dispatch.unknown",
          "dispatch.bounced",
          "dispatch.left");

  private static final List<String> ERASURES =
      List.of(
          "erasure.requested",
          "erasure.carried-out",
          "erasure.refused",
          "erasure.withdrawn",
          "erasure.expired",
          "erasure.repeated");

  private final Trail trail;
  private final EventText texts;
  private final ConcernTexts answers;

  public Dossiers(Trail trail, EventText texts, ConcernTexts answers) {
    this.trail = trail;
    this.texts = texts;
    this.answers = answers;
  }

  /** The position of the latest event in the history; 0 when there is none. */
  public long latest() {
    TrailPage newest = trail.search(TrailFilter.ALL, null, 1);
    return newest.rows().isEmpty() ? 0 : newest.rows().get(0).position();
  }

  /**
   * Everything that is known of a campaign.
   *
   * @param until only events up to this position count
   * @return empty when there was no such campaign by then
   */
  public Optional<Dossier> of(CampaignId campaign, long until) {
    List<Seen<CampaignEvent>> own =
        seen(StreamId.of("campaign", campaign).value(), CampaignEvent.class, until);
    @Nullable Campaign state = null;
    for (Seen<CampaignEvent> one : own) {
      state = Campaign.evolve(state, one.event());
    }
    return state == null ? Optional.empty() : Optional.of(dossier(campaign, own, state, until));
  }

  /** An event of one kind with its place. */
  record Seen<E extends DomainEvent>(TrailRow row, E event) {}

  private Dossier dossier(
      CampaignId campaign, List<Seen<CampaignEvent>> own, Campaign state, long until) {
    List<Version> versions = versions(own);
    SmallestGroup smallest =
        new SmallestGroup(
            versions.stream()
                .mapToInt(version -> version.plan().privacy().smallestGroup())
                .max()
                .orElseThrow());
    Counting counting = new Counting(trail, texts, smallest, until);
    List<Department> departments = counting.departments(campaign);
    List<SignedCheckpoint> checkpoints = checkpoints(until);
    SignedCheckpoint covered =
        checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
    Plan plan = state.plan();
    return new Dossier(
        campaign,
        plan,
        state.version(),
        state.status(),
        until,
        trail.search(TrailFilter.ALL, until + 1, 1).rows().get(0).recordedAt(),
        smallest.size(),
        covered,
        covered == null ? until : until - covered.checkpoint().position(),
        versions,
        consultations(campaign, until),
        Register.of(plan).measures(),
        decisions(campaign, until),
        departments,
        counting.totals(departments),
        concerns(campaign, until),
        counts(MAILS, campaign, until),
        checkpoints,
        counts(ERASURES, null, until),
        retained(until));
  }

  private static List<Version> versions(List<Seen<CampaignEvent>> own) {
    Map<Integer, Plan> plans = new LinkedHashMap<>();
    Map<Integer, List<TrailRow>> events = new LinkedHashMap<>();
    for (Seen<CampaignEvent> one : own) {
      if (one.event() instanceof PlanDrafted drafted) {
        plans.put(drafted.version(), drafted.plan());
      }
      versionOf(one.event())
          .ifPresent(
              version -> events.computeIfAbsent(version, key -> new ArrayList<>()).add(one.row()));
    }
    List<Version> versions = new ArrayList<>();
    plans.forEach(
        (version, plan) ->
            versions.add(
                new Version(
                    version,
                    plan,
                    plans.get(version - 1),
                    events.getOrDefault(version, List.of()))));
    return versions;
  }

  private static Optional<Integer> versionOf(CampaignEvent event) {
    if (event instanceof PlanDrafted one) {
      return Optional.of(one.version());
    } else if (event instanceof PlanSubmitted one) {
      return Optional.of(one.version());
    } else if (event instanceof PlanReturned one) {
      return Optional.of(one.version());
    } else if (event instanceof PlanApproved one) {
      return Optional.of(one.version());
    } else if (event instanceof CampaignLaunched one) {
      return Optional.of(one.version());
    } else if (event instanceof CampaignAmended one) {
      return Optional.of(one.version());
    } else if (event instanceof AmendmentDropped one) {
      return Optional.of(one.version());
    }
    return Optional.empty();
  }

  private List<Consulted> consultations(CampaignId campaign, long until) {
    Map<Integer, List<TrailRow>> rows = new LinkedHashMap<>();
    Map<Integer, Consultation> last = new LinkedHashMap<>();
    @Nullable Consultation state = null;
    for (Seen<ConsultationEvent> one :
        seen(StreamId.of("consultation", campaign).value(), ConsultationEvent.class, until)) {
      state = Consultation.evolve(state, one.event());
      rows.computeIfAbsent(one.event().version(), key -> new ArrayList<>()).add(one.row());
      if (state.version() == one.event().version()) {
        last.put(one.event().version(), state);
      }
    }
    List<Consulted> consulted = new ArrayList<>();
    last.forEach(
        (version, end) ->
            consulted.add(
                new Consulted(
                    version,
                    end.rule(),
                    end.opinion(),
                    conditions(end),
                    end.isSettled(),
                    end.setAside(),
                    rows.getOrDefault(version, List.of()))));
    return consulted;
  }

  private static List<Condition> conditions(Consultation consultation) {
    List<Condition> conditions = new ArrayList<>();
    for (String text : consultation.conditions()) {
      conditions.add(new Condition(text, consultation.met().contains(conditions.size() + 1)));
    }
    return conditions;
  }

  private List<TrailRow> decisions(CampaignId campaign, long until) {
    List<TrailRow> decisions = new ArrayList<>();
    for (String name : DECISIONS) {
      trail.forEach(
          named(campaign, name),
          row -> {
            if (row.position() <= until) {
              decisions.add(row);
            }
          });
    }
    decisions.sort(Comparator.comparingLong(TrailRow::position));
    return decisions;
  }

  private Concerns concerns(CampaignId campaign, long until) {
    Map<Concern.Status, Integer> counts = new LinkedHashMap<>();
    int mustAnswer = 0;
    int raised = 0;
    SortedMap<Long, Answer> told = new TreeMap<>();
    for (String stream : streams(campaign, "concern.raised", until)) {
      @Nullable Concern concern = null;
      @Nullable Seen<ConcernEvent> published = null;
      for (Seen<ConcernEvent> one : seen(stream, ConcernEvent.class, until)) {
        concern = Concern.evolve(concern, one.event());
        if (one.event() instanceof ConcernAnswered answered) {
          published = answered.published() ? one : null;
        }
      }
      if (concern == null) {
        continue;
      }
      raised++;
      counts.merge(concern.status(), 1, Integer::sum);
      if (concern.status() == Concern.Status.OPEN && concern.mark() != null) {
        mustAnswer++;
      }
      if (published != null && published.event() instanceof ConcernAnswered answered) {
        told.put(published.row().position(), answer(concern.id(), answered));
      }
    }
    return new Concerns(
        raised,
        counts.getOrDefault(Concern.Status.OPEN, 0),
        mustAnswer,
        counts.getOrDefault(Concern.Status.ANSWERED, 0),
        counts.getOrDefault(Concern.Status.WITHDRAWN, 0),
        List.copyOf(told.values()));
  }

  private Answer answer(ConcernId concern, ConcernAnswered answered) {
    return new Answer(
        answers.find(concern, Part.PUBLIC_QUESTION, answered.version()).orElse(""),
        answers.find(concern, Part.ANSWER, answered.version()).orElse(""),
        answered.at());
  }

  private Map<String, Long> counts(List<String> names, @Nullable CampaignId campaign, long until) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String name : names) {
      counts.put(name, trail.streams(named(campaign, name), until));
    }
    return counts;
  }

  private List<SignedCheckpoint> checkpoints(long until) {
    List<SignedCheckpoint> made = new ArrayList<>();
    trail.forEach(
        named(null, "checkpoint.signed"),
        row -> {
          if (row.position() <= until && event(row) instanceof CheckpointSigned signed) {
            made.add(signed.signed());
          }
        });
    return made;
  }

  private List<Retained> retained(long until) {
    SortedMap<RetainedKind, Retained> kinds = new TreeMap<>();
    trail.forEach(
        named(null, "retention.ran"),
        row -> {
          if (row.position() <= until && event(row) instanceof RetentionRan ran) {
            kinds.merge(
                ran.kind(),
                new Retained(ran.kind(), 1, ran.removed()),
                (some, one) ->
                    new Retained(
                        some.kind(), some.runs() + one.runs(), some.removed() + one.removed()));
          }
        });
    return List.copyOf(kinds.values());
  }

  private List<String> streams(CampaignId campaign, String name, long until) {
    List<String> streams = new ArrayList<>();
    trail.forEach(
        named(campaign, name),
        row -> {
          if (row.position() <= until && campaign.equals(row.campaign())) {
            streams.add(row.stream());
          }
        });
    return streams;
  }

  private static TrailFilter named(@Nullable CampaignId campaign, String name) {
    return new TrailFilter(campaign, null, null, name, null, null, null);
  }

  private <E extends DomainEvent> List<Seen<E>> seen(String stream, Class<E> type, long until) {
    return trail.ofStream(stream).stream()
        .filter(row -> row.position() <= until)
        .map(row -> new Seen<>(row, type.cast(event(row))))
        .toList();
  }

  private DomainEvent event(TrailRow row) {
    return texts.event(row.name(), row.payload());
  }
}
