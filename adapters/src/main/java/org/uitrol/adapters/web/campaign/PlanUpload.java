package org.uitrol.adapters.web.campaign;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** Takes a campaign file in as the first or next version of a plan, and keeps it as written. */
@Component
public class PlanUpload {

  private final CampaignFile file;
  private final PersonVault vault;
  private final CommandDesk desk;
  private final Streams streams;
  private final PlanSources sources;

  PlanUpload(
      CampaignFile file,
      PersonVault vault,
      CommandDesk desk,
      Streams streams,
      PlanSources sources) {
    this.file = file;
    this.vault = vault;
    this.desk = desk;
    this.streams = streams;
    this.sources = sources;
  }

  /**
   * What came of a file.
   *
   * @param campaign the campaign that it is for; empty when it has mistakes
   * @param version of the plan that was written; 0 when it has mistakes or was only checked
   * @param problems mistakes, or else what may not be meant that way
   */
  public record Outcome(Optional<CampaignId> campaign, int version, List<Problem> problems) {

    public boolean isGood() {
      return campaign.isPresent();
    }
  }

  /**
   * A plan that was only read.
   *
   * @param plan null when the file has mistakes
   * @param problems mistakes, or else what may not be meant that way
   */
  public record Reading(@Nullable Plan plan, List<Problem> problems) {

    public Reading {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a plan that isn't taken in. */
  public Reading readOnly(String name, String source) {
    CampaignFile.Read read = read(name, source, new LinkedHashMap<>());
    return read instanceof Good good
        ? new Reading(good.plan(), good.warnings())
        : new Reading(null, ((Bad) read).problems());
  }

  /** Only looks whether it can be taken. */
  public Outcome check(String name, String source) {
    return outcome(read(name, source, new LinkedHashMap<>()), 0);
  }

  /**
   * Takes the file in if it has no mistakes; the same plan again changes nothing.
   *
   * @throws org.uitrol.domain.shared.Rejected {@code CAMPAIGN_STATUS} when the campaign is too far
   *     for another plan
   */
  public Outcome draft(String name, String source, AccountId author) {
    Map<String, PersonId> people = new LinkedHashMap<>();
    CampaignFile.Read read = read(name, source, people);
    if (!(read instanceof Good good)) {
      return outcome(read, 0);
    }
    Plan plan = good.plan();
    desk.send(new DraftPlan(plan.campaign(), plan, author, desk.now()), Actor.account(author));
    int version = latest(plan.campaign());
    sources.keep(plan.campaign(), version, source, people);
    return outcome(read, version);
  }

  private CampaignFile.Read read(String name, String source, Map<String, PersonId> people) {
    return file.read(
        name,
        source.getBytes(StandardCharsets.UTF_8),
        told -> {
          Optional<PersonId> person =
              vault.findByEmail(told).or(() -> vault.findByEmployeeNumber(told));
          person.ifPresent(found -> people.put(told, found));
          return person;
        });
  }

  private static Outcome outcome(CampaignFile.Read read, int version) {
    if (read instanceof Good good) {
      return new Outcome(Optional.of(good.plan().campaign()), version, good.warnings());
    }
    return new Outcome(Optional.empty(), 0, ((Bad) read).problems());
  }

  private int latest(CampaignId campaign) {
    return streams.events(StreamId.of("campaign", campaign), CampaignEvent.class).stream()
        .filter(PlanDrafted.class::isInstance)
        .mapToInt(event -> ((PlanDrafted) event).version())
        .max()
        .orElseThrow(() -> new IllegalStateException(campaign + " has no plan"));
  }
}
