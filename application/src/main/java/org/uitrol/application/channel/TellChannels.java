package org.uitrol.application.channel;

import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.channel.port.Channels;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.channel.port.MessageWriter;
import org.uitrol.application.channel.port.MessageWriter.Notice;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.channel.ChannelEvent.ChannelClosed;
import org.uitrol.domain.channel.ChannelEvent.ChannelTested;
import org.uitrol.domain.channel.ChannelEvent.SentAgain;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.GateOpened;
import org.uitrol.domain.rollout.RolloutEvent.GateOverdue;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.Text;

/**
 * Keeps what has to be told to channels in step with what happens. A channel hears of what happens
 * while it is open and not paused, and of nothing from before.
 */
@Component
@ProcessingGroup(Processing.CHANNELS)
@DisallowReplay
public class TellChannels {

  private final Channels channels;
  private final Deliveries deliveries;
  private final MessageWriter writer;
  private final EventCatalog catalog;
  private final Streams streams;

  public TellChannels(
      Channels channels,
      Deliveries deliveries,
      MessageWriter writer,
      EventCatalog catalog,
      Streams streams) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.writer = writer;
    this.catalog = catalog;
    this.streams = streams;
  }

  @EventHandler
  void on(ChannelEvent event, @MessageIdentifier String id) {
    ChannelId channel = event.channel();
    Channel now = streams.state(channel, ChannelEvent.class, Channel::evolve).orElseThrow();
    channels.put(now);
    if (event instanceof ChannelClosed) {
      deliveries.forget(channel);
    } else if (event instanceof SentAgain again) {
      deliveries.again(channel, again.message(), again.at());
    } else if (event instanceof ChannelTested) {
      String name = catalog.nameOf(ChannelTested.class);
      String page = "/channels/" + channel;
      queue(
          now,
          new Notice(id, name, channel.value(), null, null, null, null, page, event.at(), null));
    }
  }

  @EventHandler
  void on(CampaignEvent event, @MessageIdentifier String id) {
    tell(event, () -> notice(event, id, event.campaign(), "/campaigns/", event.campaign(), null));
  }

  @EventHandler
  void on(RolloutEvent event, @MessageIdentifier String id) {
    tell(
        event,
        () -> {
          RolloutStarted start =
              streams.events(event.rollout(), RolloutEvent.class).stream()
                  .filter(RolloutStarted.class::isInstance)
                  .map(RolloutStarted.class::cast)
                  .findFirst()
                  .orElseThrow();
          return notice(
              event, id, event.rollout(), "/rollouts/", start.campaign(), start.department());
        });
  }

  @EventHandler
  void on(ConcernEvent event, @MessageIdentifier String id) {
    tell(
        event,
        () -> {
          Concern concern =
              streams.state(event.concern(), ConcernEvent.class, Concern::evolve).orElseThrow();
          return notice(
              event, id, event.concern(), "/concerns/", concern.campaign(), concern.department());
        });
  }

  @EventHandler
  void on(CheckpointEvent event, @MessageIdentifier String id) {
    tell(
        event,
        () ->
            new Notice(
                id,
                catalog.nameOf(event.getClass()),
                event.history().value(),
                null,
                null,
                null,
                null,
                "/history/checkpoints",
                event.at(),
                event instanceof CheckpointSigned made ? made.signed() : null));
  }

  private void tell(DomainEvent event, Supplier<Notice> notice) {
    List<Channel> listening =
        ChannelTopic.of(catalog.nameOf(event.getClass()))
            .map(channels::listeningTo)
            .orElse(List.of());
    if (!listening.isEmpty()) {
      Notice told = notice.get();
      listening.forEach(channel -> queue(channel, told));
    }
  }

  private void queue(Channel channel, Notice notice) {
    deliveries.add(
        channel.id(), notice.id(), notice.event(), writer.write(channel, notice), notice.at());
  }

  private Notice notice(
      DomainEvent event,
      String id,
      Id subject,
      String pages,
      CampaignId campaign,
      @Nullable DepartmentId department) {
    return new Notice(
        id,
        catalog.nameOf(event.getClass()),
        subject.value(),
        campaign,
        title(campaign),
        department,
        stage(event),
        pages + subject,
        event.at(),
        null);
  }

  /** As the newest version of the plan says it. */
  private Text title(CampaignId campaign) {
    return streams.events(StreamId.of("campaign", campaign), CampaignEvent.class).stream()
        .filter(PlanDrafted.class::isInstance)
        .map(event -> ((PlanDrafted) event).plan().title())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static @Nullable StageName stage(DomainEvent event) {
    if (event instanceof StageEntered entered) {
      return entered.stage();
    } else if (event instanceof GateOpened opened) {
      return opened.stage();
    }
    if (event instanceof GateBlocked blocked) {
      return blocked.stage();
    }
    return event instanceof GateOverdue overdue ? overdue.stage() : null;
  }
}
