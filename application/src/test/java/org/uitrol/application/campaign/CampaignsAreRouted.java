package org.uitrol.application.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.campaign.Campaign;
import org.uitrol.domain.campaign.CampaignCommand;
import org.uitrol.domain.campaign.CampaignCommand.AmendCampaign;
import org.uitrol.domain.campaign.CampaignCommand.AnswerQuestion;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.DropAmendment;
import org.uitrol.domain.campaign.CampaignCommand.GrantReaction;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.NoteCompletion;
import org.uitrol.domain.campaign.CampaignCommand.NoteConsultation;
import org.uitrol.domain.campaign.CampaignCommand.NoteStage;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ReturnPlan;
import org.uitrol.domain.campaign.CampaignCommand.StartWave;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.CampaignCommand.TakeDossier;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.PlanApproved;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.PlanSubmitted;
import org.uitrol.domain.campaign.CampaignEvent.WaveMembers;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.DossierFormat;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Text;

class CampaignsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final CampaignId ID = SamplePlan.COPILOT;
  private static final Holidays NONE = (country, date) -> false;

  private static final CampaignEvent DRAFTED =
      new PlanDrafted(ID, 1, SamplePlan.plan(), SamplePlan.WRITER, AT);
  private static final CampaignEvent SUBMITTED = new PlanSubmitted(ID, 1, SamplePlan.WRITER, AT);
  private static final CampaignEvent APPROVED = new PlanApproved(ID, 1, SamplePlan.READER, AT);
  private static final CampaignEvent LAUNCHED =
      new CampaignLaunched(
          ID,
          1,
          List.of(new WaveMembers("pilot", List.of(SamplePlan.FINANCE))),
          SamplePlan.WRITER,
          AT);
  private static final List<CampaignEvent> RUNNING =
      List.of(DRAFTED, SUBMITTED, APPROVED, LAUNCHED, new WaveScheduled(ID, "pilot", AT, AT));
  private static final List<CampaignEvent> STARTED =
      Stream.concat(
              RUNNING.stream(),
              Stream.of(new WaveStarted(ID, "pilot", 1, List.of(SamplePlan.FINANCE), AT)))
          .toList();

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    DraftPlan draft = new DraftPlan(ID, SamplePlan.plan(), SamplePlan.WRITER, AT);
    SubmitPlan submit = new SubmitPlan(ID, SamplePlan.WRITER, AT);
    ReturnPlan giveBack = new ReturnPlan(ID, SamplePlan.READER, "Too fast", AT);
    ApprovePlan approve = new ApprovePlan(ID, SamplePlan.READER, AT);
    LaunchCampaign launch =
        new LaunchCampaign(ID, SamplePlan.WRITER, Set.of(SamplePlan.FINANCE, SamplePlan.LEGAL), AT);
    StartWave wave = new StartWave(ID, "pilot", AT);
    NoteStage stage = new NoteStage(ID, SamplePlan.FINANCE, StageName.DEMO, AT);
    NoteCompletion completion = new NoteCompletion(ID, SamplePlan.FINANCE, AT);
    GrantReaction grant =
        new GrantReaction(ID, SamplePlan.FINANCE, "job-fear", "survey/1", 1, null, AT);
    PauseCampaign pause = new PauseCampaign(ID, SamplePlan.WRITER, "Elections", AT);
    ResumeCampaign resume = new ResumeCampaign(ID, SamplePlan.WRITER, AT);
    CancelCampaign cancel = new CancelCampaign(ID, SamplePlan.WRITER, "No money", AT);
    List<CampaignEvent> paused =
        Stream.concat(
                RUNNING.stream(),
                Stream.of(new CampaignPaused(ID, SamplePlan.WRITER, "Elections", AT)))
            .toList();
    AmendCampaign amend =
        new AmendCampaign(
            ID, 2, SamplePlan.WRITER, Set.of(SamplePlan.FINANCE, SamplePlan.LEGAL), AT);
    DropAmendment drop = new DropAmendment(ID, 2, SamplePlan.WRITER, "Not now", AT);
    NoteConsultation consulted = new NoteConsultation(ID, 1, true, AT);
    AnswerQuestion answer =
        new AnswerQuestion(
            ID, Disclosure.DATA_USED, Text.of("en", "Your mail"), SamplePlan.WRITER, AT);
    TakeDossier dossier =
        new TakeDossier(ID, 42, "nl", DossierFormat.PDF, "ab", SamplePlan.READER, AT);
    List<CampaignEvent> amended =
        Stream.concat(
                STARTED.stream(),
                Stream.of(
                    new PlanDrafted(ID, 2, SamplePlan.plan(), SamplePlan.WRITER, AT),
                    new PlanSubmitted(ID, 2, SamplePlan.WRITER, AT),
                    new PlanApproved(ID, 2, SamplePlan.READER, AT)))
            .toList();
    return new ShellTests<>(
            CampaignShell.class, CampaignCommand.class, CampaignEvent.class, Campaign::evolve)
        .with(NONE)
        .begins(draft, Campaign.draft(null, draft))
        .after(List.of(DRAFTED), submit, campaign -> campaign.submit(submit))
        .after(List.of(DRAFTED, SUBMITTED), giveBack, campaign -> campaign.returnPlan(giveBack))
        .after(List.of(DRAFTED, SUBMITTED), approve, campaign -> campaign.approve(approve))
        .after(
            List.of(DRAFTED, SUBMITTED, APPROVED),
            launch,
            campaign -> campaign.launch(launch, NONE))
        .after(amended, amend, campaign -> campaign.amend(amend, NONE))
        .after(amended, drop, campaign -> campaign.drop(drop))
        .after(RUNNING, consulted, campaign -> campaign.noteConsultation(consulted, NONE))
        .after(RUNNING, answer, campaign -> campaign.answer(answer))
        .after(RUNNING, wave, campaign -> campaign.startWave(wave))
        .after(STARTED, stage, campaign -> campaign.noteStage(stage, NONE))
        .after(STARTED, completion, campaign -> campaign.noteCompletion(completion))
        .after(STARTED, grant, campaign -> campaign.grantReaction(grant, NONE))
        .after(RUNNING, pause, campaign -> campaign.pause(pause))
        .after(paused, resume, campaign -> campaign.resume(resume))
        .after(RUNNING, cancel, campaign -> campaign.cancel(cancel))
        .after(RUNNING, dossier, campaign -> campaign.takeDossier(dossier))
        .all();
  }
}
