package org.uitrol.application.audit.explanation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.audit.view.MemoryTrailStore;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.shared.Events;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;

/** A history that is written by hand, and what it explains. */
final class Past {

  static final RolloutId ROLLOUT = new RolloutId("r-1");
  static final PersonId SANNE = new PersonId("p-1042");
  static final PersonId JOOST = new PersonId("p-2");
  static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");

  private final MemoryTrailStore trail = new MemoryTrailStore();
  private final Map<String, DomainEvent> events = new HashMap<>();
  private long position;

  private Past() {}

  /** The rollout of the sample plan in finance has begun with these people. */
  static Past begun(PersonId... members) {
    return begun(SamplePlan.plan(), members);
  }

  static Past begun(Plan plan, PersonId... members) {
    Past past = new Past();
    past.happened(
        StreamId.of("campaign", SamplePlan.COPILOT),
        new PlanDrafted(SamplePlan.COPILOT, 1, plan, SamplePlan.WRITER, MONDAY));
    past.happened(
        ROLLOUT,
        new RolloutStarted(
            ROLLOUT,
            SamplePlan.COPILOT,
            SamplePlan.FINANCE,
            1,
            plan.rolloutPlan(),
            SamplePlan.OWNER,
            List.of(members),
            List.of(),
            List.of(Disclosure.values()),
            MONDAY));
    past.happened(
        ROLLOUT, new StageEntered(ROLLOUT, StageName.ANNOUNCE, days(5), days(20), MONDAY));
    return past;
  }

  /** Something happened to an aggregate. */
  Past happened(Id stream, DomainEvent event) {
    position++;
    events.put("json-" + position, event);
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
            null,
            null,
            null,
            "timer",
            "c-1",
            "k-1",
            "json-" + position),
        Subjects.of(event));
    return this;
  }

  /** So many days after the Monday on which it began. */
  static Instant days(int number) {
    return MONDAY.plusSeconds(number * 86_400L);
  }

  Explanation of(PersonId person, String activity) {
    return explanations().ofPerson(person, ROLLOUT, activity).orElseThrow();
  }

  Explanation of(StageName stage) {
    return explanations().ofGate(ROLLOUT, stage).orElseThrow();
  }

  Explanations explanations() {
    return new Explanations(
        trail,
        new EventText() {
          @Override
          public String json(DomainEvent event) {
            throw new UnsupportedOperationException();
          }

          @Override
          public DomainEvent event(String name, String json) {
            DomainEvent event = events.get(json);
            if (event == null) {
              throw new IllegalArgumentException(json);
            }
            return event;
          }
        });
  }
}
