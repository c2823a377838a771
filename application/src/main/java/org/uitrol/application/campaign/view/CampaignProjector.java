package org.uitrol.application.campaign.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.AmendmentDropped;
import org.uitrol.domain.campaign.CampaignEvent.CampaignAmended;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.CampaignResumed;
import org.uitrol.domain.campaign.CampaignEvent.ConsultationNoted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentAdmitted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentCompleted;
import org.uitrol.domain.campaign.CampaignEvent.DepartmentsQueued;
import org.uitrol.domain.campaign.CampaignEvent.DossierTaken;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanReturned;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.QuestionAnswered;
import org.uitrol.domain.campaign.CampaignEvent.StageReached;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Copies;

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
    Optional<CampaignRow> before = store.find(event.campaign());
    VersionRow written = new VersionRow(event.version(), event.author(), event.at());
    if (before.isPresent() && before.get().status().isUnderWay()) {
      store.put(
          before
              .get()
              .written(written)
              .amending(
                  new AmendmentRow(
                      event.version(),
                      event.plan().title(),
                      event.plan().tool(),
                      CampaignStatus.DRAFTED,
                      event.author(),
                      null,
                      null,
                      event.at())));
      return;
    }
    List<VersionRow> versions = new ArrayList<>();
    before.ifPresent(known -> versions.addAll(known.versions()));
    versions.removeIf(one -> one.version() == event.version());
    versions.add(written);
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
            versions,
            null,
            before.map(CampaignRow::consulted).orElse(Set.of()),
            before.map(CampaignRow::answers).orElse(Map.of())));
  }

  private static CampaignRow after(CampaignRow row, CampaignEvent event) {
    if (event instanceof PlanSubmitted submitted) {
      return reviewed(row, CampaignStatus.IN_REVIEW, submitted.by(), null);
    } else if (event instanceof PlanReturned) {
      return reviewed(row, CampaignStatus.DRAFTED, null, null);
    } else if (event instanceof PlanApproved approved) {
      AmendmentRow amendment = row.amendment();
      return reviewed(
          row,
          CampaignStatus.APPROVED,
          amendment == null ? row.submittedBy() : amendment.submittedBy(),
          approved.by());
    } else if (event instanceof CampaignAmended amended) {
      return amended(row, amended);
    } else if (event instanceof AmendmentDropped) {
      return row.amending(null);
    } else if (event instanceof ConsultationNoted noted) {
      return row.told(
          noted.settled()
              ? Copies.with(row.consulted(), noted.version())
              : Copies.without(row.consulted(), noted.version()),
          row.answers());
    } else if (event instanceof QuestionAnswered answered) {
      return row.told(
          row.consulted(), Copies.with(row.answers(), answered.question(), answered.answer()));
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
          wave -> new WaveRow(wave.wave(), wave.departments(), wave.dueAt(), started.at()));
    } else if (event instanceof StageReached
        || event instanceof DepartmentCompleted
        || event instanceof DepartmentsQueued
        || event instanceof DepartmentAdmitted
        || event instanceof DossierTaken) {
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

  private static CampaignRow reviewed(
      CampaignRow row,
      CampaignStatus status,
      @Nullable AccountId submitter,
      @Nullable AccountId approver) {
    AmendmentRow amendment = row.amendment();
    return amendment == null
        ? row.in(status).reviewed(submitter, approver)
        : row.amending(amendment.in(status, submitter, approver));
  }

  private static CampaignRow amended(CampaignRow row, CampaignAmended event) {
    AmendmentRow amendment = row.amendment();
    if (amendment == null) {
      throw new IllegalStateException("no amendment " + event.version());
    }
    List<WaveRow> members =
        event.waves().stream()
            .map(
                wave ->
                    row.waves().stream()
                        .filter(known -> known.startedAt() != null)
                        .filter(known -> known.wave().equals(wave.wave()))
                        .findFirst()
                        .orElse(new WaveRow(wave.wave(), wave.departments(), null, null)))
            .toList();
    return row.amended(amendment, members);
  }

  private static List<WaveRow> wavesOf(CampaignLaunched event) {
    return event.waves().stream()
        .map(wave -> new WaveRow(wave.wave(), wave.departments(), null, null))
        .toList();
  }
}
