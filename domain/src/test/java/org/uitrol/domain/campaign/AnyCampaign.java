package org.uitrol.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.DESK;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.NO_HOLIDAYS;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.plan;
import static org.uitrol.domain.testing.Plans.text;
import static org.uitrol.domain.testing.Plans.waveAfter;
import static org.uitrol.domain.testing.Plans.waveOn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCancelled;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.testing.Story;

class AnyCampaign {

  private static final Instant START = Instant.parse("2027-01-04T09:00:00Z");

  private record Step(int kind, boolean first, int hours) {}

  @Property(tries = 500)
  void is_approved_by_four_eyes_and_ends_once(@ForAll("steps") List<Step> steps) {
    Story<Campaign, CampaignCommand, CampaignEvent> story =
        new Story<>(AnyCampaign::decide, Campaign::evolve);
    Instant at = START;
    for (Step step : steps) {
      at = at.plus(Duration.ofHours(step.hours()));
      story.play(command(step, at));
    }

    @Nullable AccountId author = null;
    int ends = 0;
    for (CampaignEvent event : story.events()) {
      if (event instanceof PlanDrafted drafted) {
        author = drafted.author();
      } else if (event instanceof PlanApproved approved) {
        assertThat(approved.by()).isNotEqualTo(author);
      } else if (event instanceof CampaignCancelled || event instanceof CampaignCompleted) {
        ends++;
      }
    }
    assertThat(ends).isLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(3, 0),
                Tuple.of(6, 1),
                Tuple.of(1, 2),
                Tuple.of(6, 3),
                Tuple.of(6, 4),
                Tuple.of(4, 5),
                Tuple.of(3, 6),
                Tuple.of(4, 7),
                Tuple.of(2, 8),
                Tuple.of(3, 9),
                Tuple.of(1, 10),
                Tuple.of(6, 11),
                Tuple.of(1, 12),
                Tuple.of(2, 13),
                Tuple.of(1, 14)),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 200))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  private static CampaignCommand command(Step step, Instant at) {
    AccountId by = step.first() ? WRITER : READER;
    DepartmentId department = step.first() ? FINANCE : DESK;
    return switch (step.kind()) {
      case 0 -> new DraftPlan(COPILOT, step.first() ? plans("one") : plans("two"), by, at);
      case 1 -> new SubmitPlan(COPILOT, by, at);
      case 2 -> new ReturnPlan(COPILOT, by, "no", at);
      case 3 -> new ApprovePlan(COPILOT, by, at);
      case 4 -> new LaunchCampaign(COPILOT, by, Set.of(FINANCE, DESK), at);
      case 5 -> new StartWave(COPILOT, step.first() ? "pilot" : "rest", at);
      case 6 -> new NoteStage(COPILOT, department, StageName.GO_LIVE, at);
      case 7 -> new NoteCompletion(COPILOT, department, at);
      case 8 -> new PauseCampaign(COPILOT, by, "wait", at);
      case 9 -> new ResumeCampaign(COPILOT, by, at);
      case 11 ->
          new AmendCampaign(COPILOT, Math.max(2, step.hours() % 6), by, Set.of(FINANCE, DESK), at);
      case 12 -> new DropAmendment(COPILOT, 2, by, "no", at);
      case 13 -> new NoteConsultation(COPILOT, step.hours() % 4, step.first(), at);
      case 14 -> new AnswerQuestion(COPILOT, Disclosure.DATA_USED, text("yes"), by, at);
      default -> new CancelCampaign(COPILOT, by, "no", at);
    };
  }

  private static Plan plans(String title) {
    return plan(
        title,
        waveOn("pilot", "2027-01-11", FINANCE),
        waveAfter("rest", "pilot", StageName.GO_LIVE, 10, DESK));
  }

  /** Before its first plan a campaign can't be asked anything else. */
  private static List<CampaignEvent> decide(@Nullable Campaign campaign, CampaignCommand command) {
    if (command instanceof DraftPlan draft) {
      return Campaign.draft(campaign, draft);
    } else if (campaign == null) {
      return List.of();
    } else if (command instanceof SubmitPlan submit) {
      return campaign.submit(submit);
    } else if (command instanceof ReturnPlan back) {
      return campaign.returnPlan(back);
    } else if (command instanceof ApprovePlan approve) {
      return campaign.approve(approve);
    } else if (command instanceof LaunchCampaign launch) {
      return campaign.launch(launch, NO_HOLIDAYS);
    } else if (command instanceof StartWave wave) {
      return campaign.startWave(wave);
    } else if (command instanceof NoteStage stage) {
      return campaign.noteStage(stage, NO_HOLIDAYS);
    } else if (command instanceof NoteCompletion done) {
      return campaign.noteCompletion(done);
    } else if (command instanceof AmendCampaign amend) {
      return campaign.amend(amend, NO_HOLIDAYS);
    } else if (command instanceof DropAmendment drop) {
      return campaign.drop(drop);
    } else if (command instanceof NoteConsultation note) {
      return campaign.noteConsultation(note, NO_HOLIDAYS);
    } else if (command instanceof AnswerQuestion answer) {
      return campaign.answer(answer);
    } else if (command instanceof PauseCampaign pause) {
      return campaign.pause(pause);
    } else if (command instanceof ResumeCampaign resume) {
      return campaign.resume(resume);
    } else if (command instanceof CancelCampaign cancel) {
      return campaign.cancel(cancel);
    }
    throw new IllegalStateException("no test plays " + command);
  }
}
