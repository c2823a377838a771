package org.uitrol.application.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationCommand;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.EndSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.campaign.consultation.Suspension;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;

class ConsultationsAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final CampaignId ID = SamplePlan.COPILOT;
  private static final AccountId COUNCIL = new AccountId("account-council");
  private static final AskCouncil ASK =
      new AskCouncil(
          ID,
          1,
          new ConsultationRule("Works council", Needs.ADVICE, StageName.ANNOUNCE),
          Register.of(SamplePlan.plan()).measures(),
          new Suspension(1, ZoneId.of("Europe/Amsterdam")),
          SamplePlan.WRITER,
          AT);
  private static final CouncilAsked ASKED =
      new CouncilAsked(ID, 1, ASK.rule(), ASK.measures(), ASK.author(), AT, ASK.suspension());

  private static final Instant LATER = AT.plus(Duration.ofDays(32));
  private static final AdviceSetAside WAITING =
      new AdviceSetAside(ID, 1, "We must", SamplePlan.WRITER, AT, LATER);

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    GiveOpinion opinion = new GiveOpinion(ID, 1, Opinion.AGREES, List.of(), "", COUNCIL, AT);
    AcceptCondition accept = new AcceptCondition(ID, 1, 1, "Seen", COUNCIL, AT);
    SetAdviceAside aside = new SetAdviceAside(ID, 1, "We must", SamplePlan.WRITER, AT);
    EndSuspension end = new EndSuspension(ID, 1, LATER);
    ForgoSuspension forgo = new ForgoSuspension(ID, 1, COUNCIL, AT);
    return new ShellTests<>(
            ConsultationShell.class,
            ConsultationCommand.class,
            ConsultationEvent.class,
            Consultation::evolve)
        .begins(ASK, Consultation.ask(null, ASK))
        .after(List.of(ASKED), opinion, consultation -> consultation.give(opinion))
        .after(
            List.of(ASKED, given(Opinion.AGREES_ON_CONDITIONS, "Delete it")),
            accept,
            consultation -> consultation.accept(accept))
        .after(
            List.of(ASKED, given(Opinion.DISAGREES)),
            aside,
            consultation -> consultation.setAside(aside))
        .after(
            List.of(ASKED, given(Opinion.DISAGREES), WAITING),
            end,
            consultation -> consultation.endSuspension(end))
        .after(
            List.of(ASKED, given(Opinion.DISAGREES), WAITING),
            forgo,
            consultation -> consultation.forgoSuspension(forgo))
        .all();
  }

  private static OpinionGiven given(Opinion opinion, String... conditions) {
    return new OpinionGiven(ID, 1, opinion, List.of(conditions), "No", COUNCIL, AT);
  }
}
