package org.uitrol.application.followup.process;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** Writes what a follow-up's steps say. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class ChasePeople {

  private static final Actor ACTOR = Actor.process(ChasePeople.class);

  private final Letters letters;
  private final Memberships memberships;

  public ChasePeople(Letters letters, Memberships memberships) {
    this.letters = letters;
    this.memberships = memberships;
  }

  @EventHandler
  void on(FollowUpReminded event) {
    write(
        event.mail(),
        event.followUp(),
        event.rollout(),
        event.person(),
        null,
        event.activity(),
        event.number(),
        event.at());
  }

  /** Without a known manager the campaign's owner hears of it. */
  @EventHandler
  void on(FollowUpEscalated event) {
    PersonId owner = letters.owner(event.rollout());
    PersonId reader =
        event.to() == EscalateTo.MANAGER
            ? memberships.managerOf(event.person()).orElse(owner)
            : owner;
    write(
        "escalation",
        event.followUp(),
        event.rollout(),
        reader,
        event.person(),
        event.activity(),
        event.number(),
        event.at());
  }

  private void write(
      String template,
      FollowUpId followUp,
      RolloutId rollout,
      PersonId reader,
      @Nullable PersonId about,
      String activity,
      int step,
      Instant at) {
    Letter letter =
        new Letter(
            template,
            true,
            rollout,
            new Topic(Topic.Kind.FOLLOW_UP, followUp.value()),
            new TreeMap<>(Map.of("activity", activity)),
            about,
            null,
            null);
    letters.send(letter, reader, "followup/" + followUp + "/" + step, When.AT_WORK, at, ACTOR);
  }
}
