package org.uitrol.adapters.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationRule;
import org.uitrol.domain.campaign.consultation.Opinion;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.campaign.consultation.Suspension;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/**
 * Gives a newcomer something to look at: the people of a municipality and a campaign that waits for
 * a second pair of eyes. Only with the embedded database, and only until the campaign is there.
 */
@Component
@Conditional(TimeIsSimulated.class)
@ConditionalOnProperty(name = "uitrol.sample", matchIfMissing = true)
class SampleCampaign {

  private static final Logger LOG = LoggerFactory.getLogger(SampleCampaign.class);
  private static final String AUTHOR = "manager";
  private static final String COUNCIL = "council";
  private static final String OWNER = "change.manager@gemeente-voorbeeld.example";

  private final PeopleImport people;
  private final PersonVault vault;
  private final CampaignFile files;
  private final CommandDesk desk;
  private final Streams streams;
  private final Accounts accounts;

  SampleCampaign(
      PeopleImport people,
      PersonVault vault,
      CampaignFile files,
      CommandDesk desk,
      Streams streams,
      Accounts accounts) {
    this.people = people;
    this.vault = vault;
    this.files = files;
    this.desk = desk;
    this.streams = streams;
    this.accounts = accounts;
  }

  /** After the sample's accounts are there. */
  @EventListener(ApplicationReadyEvent.class)
  @Order
  void fill() {
    Optional<AccountId> author = accounts.find(AUTHOR).map(account -> account.user().id());
    if (author.isEmpty() || isThere()) {
      return;
    }
    PeopleFile file = PeopleFile.of(resource("sample/people.csv"));
    people.apply(file, file.hash(), Actor.fileImport(), (done, of) -> {});
    vault.findByEmail(OWNER).ifPresent(owner -> accounts.link(author.get(), owner));
    Plan plan = plan();
    Actor actor = Actor.account(author.get());
    desk.send(new DraftPlan(plan.campaign(), plan, author.get(), desk.now()), actor);
    desk.send(new SubmitPlan(plan.campaign(), author.get(), desk.now()), actor);
    consult(plan, author.get());
    LOG.info("the sample campaign {} waits for approval", plan.campaign());
  }

  /** The sample's works council has read the register and agrees. */
  private void consult(Plan plan, AccountId author) {
    ConsultationRule rule = plan.governance().consultation();
    Optional<AccountId> council = accounts.find(COUNCIL).map(account -> account.user().id());
    if (rule == null || council.isEmpty()) {
      return;
    }
    desk.send(
        new AskCouncil(
            plan.campaign(),
            1,
            rule,
            Register.of(plan).measures(),
            Suspension.of(plan.calendar()).orElse(null),
            author,
            desk.now()),
        Actor.account(author));
    desk.send(
        new GiveOpinion(
            plan.campaign(), 1, Opinion.AGREES, List.of(), "", council.get(), desk.now()),
        Actor.account(council.get()));
  }

  private boolean isThere() {
    return vault.findByEmail(OWNER).isPresent()
        && streams.exists(StreamId.of("campaign", plan().campaign()));
  }

  private Plan plan() {
    CampaignFile.Read read =
        files.read("campaign.yaml", resource("sample/campaign.yaml"), this::find);
    if (read instanceof Good good) {
      return good.plan();
    }
    throw new IllegalStateException("the sample campaign is wrong: " + read);
  }

  private Optional<PersonId> find(String who) {
    Optional<PersonId> found = vault.findByEmail(who);
    return found.isPresent() ? found : vault.findByEmployeeNumber(who);
  }

  private static byte[] resource(String path) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is missing from the jar", e);
    }
  }
}
