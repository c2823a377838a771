package org.uitrol.application.campaign.view;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.campaign.Plan;

/** Follows campaigns from their first draft to their end. */
@Component
@ProcessingGroup("view.campaign")
public class CampaignProjector {

  private final CampaignStore store;

  public CampaignProjector(CampaignStore store) {
    this.store = store;
  }

  @EventHandler
  void on(CampaignEvent event) {
    if (event instanceof PlanDrafted drafted) {
      draft(drafted);
      return;
    }
    CampaignRow row =
        store
            .find(event.campaign())
            .orElseThrow(() -> new IllegalStateException("no campaign " + event.campaign()));
    store.put(after(row, event));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private void draft(PlanDrafted event) {
    List<VersionRow> versions = new ArrayList<>();
    store.find(event.campaign()).ifPresent(known -> versions.addAll(known.versions()));
    versions.removeIf(one -> one.version() == event.version());
    versions.add(new VersionRow(event.version(), event.author(), event.at()));
    Plan plan = event.plan();
    store.put(
        new CampaignRow(
            event.campaign(),
            plan.title(),
            plan.tool(),
            CampaignStatus.DRAFTED,
            event.version(),
            event.author(),
            null,
            null,
            plan.calendar().zone(),
            event.at(),
            null,
            plan.waves().stream()
                .map(wave -> new WaveRow(wave.name(), wave.departments(), null, null))
                .toList(),
            versions));
  }

  private static CampaignRow after(CampaignRow row, CampaignEvent event) {
    if (event instanceof PlanSubmitted submitted) {
      return row.in(CampaignStatus.IN_REVIEW).reviewed(submitted.by(), null);
    } else if (event instanceof PlanReturned) {
      return row.in(CampaignStatus.DRAFTED).reviewed(null, null);
    } else if (event instanceof PlanApproved approved) {
      return row.in(CampaignStatus.APPROVED).reviewed(row.submittedBy(), approved.by());
    } else if (event instanceof CampaignLaunched launched) {
      return row.in(CampaignStatus.RUNNING).launched(launched.at(), wavesOf(launched));
    } else if (event instanceof WaveScheduled scheduled) {
      return row.wave(
          scheduled.wave(),
          wave ->
              new WaveRow(wave.wave(), wave.departments(), scheduled.dueAt(), wave.startedAt()));
    } else if (event instanceof WaveStarted started) {
      return row.wave(
          started.wave(),
          wave -> new WaveRow(wave.wave(), started.departments(), wave.dueAt(), started.at()));
    } else if (event instanceof StageReached || event instanceof DepartmentCompleted) {
      return row;
    } else if (event instanceof CampaignPaused) {
      return row.in(CampaignStatus.PAUSED);
    } else if (event instanceof CampaignResumed) {
      return row.in(CampaignStatus.RUNNING);
    } else if (event instanceof CampaignCancelled) {
      return row.in(CampaignStatus.CANCELLED);
    } else if (event instanceof CampaignCompleted) {
      return row.in(CampaignStatus.COMPLETED);
    }
    throw new IllegalStateException("the campaigns' view doesn't know " + event);
  }

  private static List<WaveRow> wavesOf(CampaignLaunched event) {
    return event.waves().stream()
        .map(wave -> new WaveRow(wave.wave(), wave.departments(), null, null))
        .toList();
  }
}
