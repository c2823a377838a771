package org.uitrol.application.campaign.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
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
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.campaign.Governance;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.AiKind;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.PrivacyRule;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

class ACampaignAtAGlance {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");
  private static final AccountId AUTHOR = new AccountId("a-1");
  private static final AccountId REVIEWER = new AccountId("a-2");
  private static final Instant DRAFTED = Instant.parse("2027-01-04T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void shows_who_wrote_which_version_and_when() {
    CampaignRow row = after(draft(1), draft(2));

    assertThat(row.version()).isEqualTo(2);
    assertThat(row.status()).isEqualTo(CampaignStatus.DRAFTED);
    assertThat(row.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    assertThat(row.versions())
        .containsExactly(
            new VersionRow(1, AUTHOR, DRAFTED.plusSeconds(1)),
            new VersionRow(2, AUTHOR, DRAFTED.plusSeconds(2)));
    assertThat(row.waves()).containsExactly(new WaveRow("pilot", List.of(FINANCE), null, null));
  }

  @Test
  void shows_who_submitted_and_approved_it() {
    CampaignRow submitted = after(draft(1), new PlanSubmitted(COPILOT, 1, AUTHOR, DRAFTED));
    CampaignRow approved =
        after(
            draft(1),
            new PlanSubmitted(COPILOT, 1, AUTHOR, DRAFTED),
            new PlanApproved(COPILOT, 1, REVIEWER, DRAFTED));

    assertThat(submitted.status()).isEqualTo(CampaignStatus.IN_REVIEW);
    assertThat(submitted.submittedBy()).isEqualTo(AUTHOR);
    assertThat(approved.status()).isEqualTo(CampaignStatus.APPROVED);
    assertThat(approved.approvedBy()).isEqualTo(REVIEWER);
  }

  @Test
  void forgets_who_submitted_a_plan_that_was_returned() {
    CampaignRow row =
        after(
            draft(1),
            new PlanSubmitted(COPILOT, 1, AUTHOR, DRAFTED),
            new PlanReturned(COPILOT, 1, REVIEWER, "too early", DRAFTED));

    assertThat(row.status()).isEqualTo(CampaignStatus.DRAFTED);
    assertThat(row.submittedBy()).isNull();
  }

  @Test
  void shows_when_each_wave_is_due_and_who_is_in_it() {
    CampaignRow row = after(draft(1), launch(), new WaveScheduled(COPILOT, "pilot", DUE, DRAFTED));

    assertThat(row.status()).isEqualTo(CampaignStatus.RUNNING);
    assertThat(row.launchedAt()).isEqualTo(DRAFTED);
    assertThat(row.waves())
        .containsExactly(new WaveRow("pilot", List.of(FINANCE, LEGAL), DUE, null));
  }

  @Test
  void shows_which_wave_has_started() {
    CampaignRow row =
        after(
            draft(1),
            launch(),
            new WaveScheduled(COPILOT, "pilot", DUE, DRAFTED),
            new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE, LEGAL), DUE),
            new StageReached(COPILOT, FINANCE, StageName.ANNOUNCE, DUE));

    assertThat(row.waves())
        .containsExactly(new WaveRow("pilot", List.of(FINANCE, LEGAL), DUE, DUE));
  }

  @Test
  void shows_a_pause_and_how_it_ended() {
    CampaignEvent pause = new CampaignPaused(COPILOT, AUTHOR, "busy", DUE);

    assertThat(after(draft(1), launch(), pause).status()).isEqualTo(CampaignStatus.PAUSED);
    assertThat(after(draft(1), launch(), pause, new CampaignResumed(COPILOT, AUTHOR, DUE)).status())
        .isEqualTo(CampaignStatus.RUNNING);
    assertThat(
            after(draft(1), launch(), new CampaignCancelled(COPILOT, AUTHOR, "no", DUE)).status())
        .isEqualTo(CampaignStatus.CANCELLED);
    assertThat(
            after(
                    draft(1),
                    launch(),
                    new DepartmentCompleted(COPILOT, FINANCE, DUE),
                    new CampaignCompleted(COPILOT, DUE))
                .status())
        .isEqualTo(CampaignStatus.COMPLETED);
  }

  private static CampaignRow after(CampaignEvent... events) {
    CampaignStore store =
        Projection.<CampaignStore>fill(
            MemoryCampaignStore::new, CampaignProjector::new, CampaignStore::list, List.of(events));
    return store.find(COPILOT).orElseThrow();
  }

  private static CampaignEvent launch() {
    return new CampaignLaunched(
        COPILOT, 1, List.of(new WaveMembers("pilot", List.of(FINANCE, LEGAL))), AUTHOR, DRAFTED);
  }

  private static CampaignEvent draft(int version) {
    CalendarRule calendar =
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.of(DayOfWeek.MONDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of());
    Plan plan =
        new Plan(
            COPILOT,
            Text.of("nl", "Copilot voor iedereen"),
            "Microsoft 365 Copilot",
            AiKind.GENERATIVE,
            List.of("nl"),
            calendar,
            new PersonId("p-9"),
            new PrivacyRule(5),
            new LoadRule(3),
            List.of(
                new Wave("pilot", LocalDate.parse("2027-01-11"), null, List.of(FINANCE), false)),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Governance.NONE);
    return new PlanDrafted(COPILOT, version, plan, AUTHOR, DRAFTED.plusSeconds(version));
  }
}
