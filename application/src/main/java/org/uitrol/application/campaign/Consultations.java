package org.uitrol.application.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.StreamId;

/** Consultations as they are now, read from the history itself. */
@Component
public class Consultations {

  private final Streams streams;

  public Consultations(Streams streams) {
    this.streams = streams;
  }

  /** The consultation on a campaign; empty when no version has needed one. */
  public Optional<Consultation> find(CampaignId campaign) {
    return streams.state(stream(campaign), ConsultationEvent.class, Consultation::evolve);
  }

  /** What happened in it, the first thing first. */
  public List<ConsultationEvent> history(CampaignId campaign) {
    return streams.events(stream(campaign), ConsultationEvent.class);
  }

  private static StreamId stream(CampaignId campaign) {
    return StreamId.of("consultation", campaign);
  }
}
