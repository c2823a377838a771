package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.simulation.World.Outside;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Holidays;

/**
 * Replays a campaign under another plan: reads the history and what tells people apart, and hands
 * both to a sealed world. Writes nothing. Safe for many threads; takes long for a long history.
 */
@Component
public class WhatIfs {

  private static final int HUNDRED = 100;

  private final Trail trail;
  private final EventText text;
  private final PersonVault vault;
  private final Conditions conditions;
  private final Holidays holidays;

  public WhatIfs(
      Trail trail, EventText text, PersonVault vault, Conditions conditions, Holidays holidays) {
    this.trail = trail;
    this.text = text;
    this.vault = vault;
    this.conditions = conditions;
    this.holidays = holidays;
  }

  /** Thrown when somebody doesn't want to know any more. */
  public static final class StoppedReplay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedReplay() {
      super("the replay was stopped", null, false, false);
    }
  }

  /**
   * Compares what happened with what would have happened.
   *
   * @param plan the other plan; null for the plan as it was, with its amendments
   * @param until up to which moment; what is recorded later isn't read
   * @param percent hears how far it is
   * @param stopped whether nobody wants to know any more
   * @throws StoppedReplay when so
   * @throws org.uitrol.domain.shared.Rejected as {@link Counterfactual#compare} says
   */
  public WhatIf compare(
      CampaignId campaign,
      @Nullable Plan plan,
      Instant until,
      IntConsumer percent,
      BooleanSupplier stopped) {
    List<Happened> history = history(until, stopped);
    Outside outside =
        new Outside(conditions, holidays, TraitsOfPeople.of(new Recorded(history).people(), vault));
    Counterfactual counterfactual = new Counterfactual(campaign, history, outside);
    int steps = Math.max(1, counterfactual.steps(plan != null));
    return counterfactual.compare(
        plan, until, done -> percent.accept((int) ((long) done * HUNDRED / steps)), stopped);
  }

  private List<Happened> history(Instant until, BooleanSupplier stopped) {
    List<Happened> history = new ArrayList<>();
    trail.forEach(
        new TrailFilter(null, null, null, null, null, null, until.plusNanos(1)),
        row -> {
          if (stopped.getAsBoolean()) {
            throw new StoppedReplay();
          }
          DomainEvent event = text.event(row.name(), row.payload());
          if (Bearing.of(event)) {
            history.add(
                new Happened(
                    row.position(), row.event(), row.stream(), row.actor(), row.cause(), event));
          }
        });
    return history;
  }
}
