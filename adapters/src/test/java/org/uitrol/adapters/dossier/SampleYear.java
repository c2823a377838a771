package org.uitrol.adapters.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.dossier.Dossier;
import org.uitrol.application.audit.dossier.Dossiers;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.audit.view.MemoryTrailStore;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.shared.Events;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationSettled;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.RetentionEvent.RetentionRan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.ConditionWaived;
import org.uitrol.domain.rollout.RolloutEvent.GateApproved;
import org.uitrol.domain.rollout.RolloutEvent.PersonAttended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutReleased;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Approver;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyPlan;

/** A campaign of which everything is known that a dossier tells. */
final class SampleYear {

  static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  static final AccountId AUTHOR = new AccountId("a-author");
  static final AccountId COUNCIL = new AccountId("a-council");
  static final PersonId OWNER = new PersonId("p-owner");
  static final String HASH = "0123456789abcdef".repeat(4);

  /** Names that a careless document breaks on. */
  static final String NAME =
      "Łódź & Şükrü’s Ğ <h1>${7*7}</h1> Zoë Ángström العربية 🙂 \u0001" + "Lang".repeat(40);

  private static final String CONDITION = "responses.rate >= 0.5";

  private final MemoryTrailStore trail = new MemoryTrailStore();
  private final EventText texts;
  private final Plan plan;
  private final CampaignId campaign;
  private long position;

  /**
   * The campaign.
   *
   * @param plan its first version
   */
  SampleYear(EventText texts, Plan plan) {
    this.texts = texts;
    this.plan = plan;
    this.campaign = plan.campaign();
    campaign();
  }

  private void campaign() {
    StreamId own = StreamId.of("campaign", campaign);
    StreamId council = StreamId.of("consultation", campaign);
    Plan next = plan.withSurveys(new LinkedHashMap<>());
    Plan amended = next.equals(plan) ? plan.withAudience(null) : next;
    ConsultationRule rule =
        new ConsultationRule(
            "Ondernemingsraad", ConsultationRule.Needs.CONSENT, StageName.ANNOUNCE);
    happened(own, new PlanDrafted(campaign, 1, plan, AUTHOR, AT), null);
    happened(
        council,
        new CouncilAsked(campaign, 1, rule, Register.of(plan).measures(), AUTHOR, AT),
        null);
    happened(own, new PlanSubmitted(campaign, 1, AUTHOR, AT), null);
    happened(
        council,
        new OpinionGiven(
            campaign,
            1,
            Opinion.AGREES_ON_CONDITIONS,
            List.of("Nobody is judged by it", "We look again in a year"),
            "",
            COUNCIL,
            AT),
        null);
    happened(council, new ConditionMet(campaign, 1, 1, "It is in the plan", COUNCIL, AT), null);
    happened(council, new ConsultationSettled(campaign, 1, AT), null);
    happened(own, new PlanApproved(campaign, 1, COUNCIL, AT), null);
    happened(own, new CampaignLaunched(campaign, 1, List.of(), AUTHOR, AT), null);
    happened(own, new PlanDrafted(campaign, 2, amended, AUTHOR, AT), null);
    happened(own, new PlanApproved(campaign, 2, COUNCIL, AT), null);
    happened(own, new CampaignAmended(campaign, 2, List.of(), AUTHOR, AT), null);
    concerns();
    mails();
    housekeeping();
  }

  private void concerns() {
    ConcernId asked = new ConcernId("c-1");
    ConcernId open = new ConcernId("c-2");
    happened(asked, raised(asked, new PersonId("p-curious"), null), null);
    happened(asked, new ConcernAnswered(asked, 1, true, AUTHOR, AT), null);
    happened(open, raised(open, null, Mark.WORKS_COUNCIL), null);
  }

  private ConcernRaised raised(ConcernId id, @Nullable PersonId asker, @Nullable Mark mark) {
    return new ConcernRaised(
        id,
        campaign,
        null,
        asker == null ? Origin.ANONYMOUS : Origin.EMPLOYEE,
        asker,
        ConcernCategory.JOB,
        OWNER,
        mark,
        AT,
        AT);
  }

  private void mails() {
    for (int number = 1; number <= 3; number++) {
      DispatchId mail = new DispatchId("d-" + number);
      happened(
          mail,
          new DispatchRequested(
              mail,
              new PersonId("p-reader"),
              Letter.mandatory("news", new RolloutId("r-1"), Topic.news(), Map.of()),
              AT,
              AT),
          null);
      if (number == 1) {
        happened(mail, new DispatchSuppressed(mail, SuppressReason.NO_ADDRESS, AT), null);
      } else {
        happened(mail, new HandedOver(mail, 1, AT), null);
      }
    }
    DispatchId last = new DispatchId("d-3");
    happened(last, new DispatchBounced(last, "5.1.1", AT), null);
  }

  private void housekeeping() {
    happened(
        new StreamId("retention/usage"),
        new RetentionRan(RetainedKind.USAGE, AT, AT, 7, Map.of(), AT, AT),
        null);
    happened(
        HistoryId.OWN,
        new CheckpointSigned(
            HistoryId.OWN, 1, 20, 20, HASH, HASH, HASH, HASH, "cHVibGlj", "c2ln", AT),
        null);
  }

  /** Somebody was erased; of which person isn't told. */
  void erased(ErasureEvent event) {
    happened(new StreamId("erasure/p-gone"), event, null);
  }

  /**
   * A department was shown a demo and asked a survey.
   *
   * @param attended how many of the people were at the demo
   * @param answered how many answered
   */
  void department(String key, int people, int attended, int answered) {
    RolloutId rollout = new RolloutId("r-" + key);
    DepartmentId department = new DepartmentId(key);
    List<PersonId> members = new ArrayList<>();
    for (int number = 1; number <= people; number++) {
      members.add(new PersonId("p-" + key + "-" + number));
    }
    ActivityPlan demo = new ActivityPlan("demo", ActivityKind.DEMO, "own", 0, 5, null, null);
    ActivityPlan asks = new ActivityPlan("pulse", ActivityKind.SURVEY, "pulse", 0, 5, null, null);
    List<DomainEvent> events = new ArrayList<>();
    events.add(
        new RolloutStarted(
            rollout,
            campaign,
            department,
            1,
            plan.rolloutPlan(),
            OWNER,
            members,
            List.of(1),
            List.of(Disclosure.values()),
            AT));
    events.add(new StageEntered(rollout, StageName.ANNOUNCE, AT, null, AT));
    for (ActivityPlan activity : List.of(demo, asks)) {
      events.add(new ActivityPlanned(rollout, activity, AT, AT));
      events.add(new ActivityStarted(rollout, activity, members, AT, AT));
    }
    for (PersonId member : members.subList(0, attended)) {
      events.add(new PersonAttended(rollout, "demo", member, true, AT));
    }
    events.add(new RolloutHeld(rollout, COUNCIL, "Too many questions are open", AT));
    events.add(new RolloutReleased(rollout, AUTHOR, "They are answered", AT));
    events.add(
        new ConditionWaived(
            rollout, StageName.ANNOUNCE, CONDITION, AUTHOR, "Holidays in between", AT));
    events.add(new GateApproved(rollout, StageName.ANNOUNCE, Approver.WORKS_COUNCIL, COUNCIL, AT));
    events.forEach(event -> happened(rollout, event, department));
    survey(rollout, department, members, answered);
  }

  private void survey(
      RolloutId rollout, DepartmentId department, List<PersonId> members, int answered) {
    SurveyId survey = SurveyId.of(rollout, "pulse");
    happened(
        survey,
        new SurveyOpened(
            survey,
            rollout,
            "pulse",
            new SurveyPlan(
                new Text(new LinkedHashMap<>(Map.of("en", "How are you?"))),
                null,
                List.of(),
                null,
                10),
            5,
            members,
            AT,
            List.of(),
            AT),
        department);
    happened(
        survey,
        new SurveyClosed(
            survey,
            rollout,
            "pulse",
            new TreeMap<>(Map.of("responses.count", (double) answered)),
            false,
            AT),
        department);
  }

  private void happened(Id stream, DomainEvent event, @Nullable DepartmentId department) {
    position++;
    Subjects found = Subjects.of(event);
    Set<CampaignId> campaigns = new LinkedHashSet<>(found.campaigns());
    campaigns.add(campaign);
    trail.put(
        new TrailRow(
            position,
            "e-" + position,
            event.at(),
            event.at(),
            Events.all().nameOf(event.getClass()),
            1,
            stream.value(),
            "kind",
            campaign,
            department,
            null,
            "account:" + AUTHOR,
            "c-1",
            "k-1",
            texts.json(event)),
        new Subjects(campaigns, found.departments(), found.people(), found.streams()));
  }

  long position() {
    return position;
  }

  Dossier dossier() {
    return dossier(position);
  }

  Dossier dossier(long until) {
    return new Dossiers(trail, texts, new Answers()).of(campaign, until).orElseThrow();
  }

  Optional<Dossier> find(CampaignId other) {
    return new Dossiers(trail, texts, new Answers()).of(other, position);
  }

  /** What people asked and were answered. */
  private static final class Answers implements ConcernTexts {

    @Override
    public void put(
        ConcernId concern,
        Part part,
        int version,
        CampaignId of,
        @Nullable PersonId asker,
        String text) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Written> all(ConcernId concern) {
      return List.of();
    }

    @Override
    public Optional<String> find(ConcernId concern, Part part, int version) {
      return Objects.equals(part, Part.PUBLIC_QUESTION)
          ? Optional.of("Does this cost jobs? <b>& why</b>")
          : Optional.of("No: nobody loses a job by it.");
    }

    @Override
    public void open(String code, ConcernId concern) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ConcernId> byCode(String code) {
      return Optional.empty();
    }
  }
}
