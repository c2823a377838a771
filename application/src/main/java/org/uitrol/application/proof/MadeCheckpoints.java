package org.uitrol.application.proof;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.shared.HistoryId;

/** The checkpoints that were made, one a day or so: their stream is read as it is. */
@Component
public class MadeCheckpoints {

  private final Streams streams;

  public MadeCheckpoints(Streams streams) {
    this.streams = streams;
  }

  /** Everything that happened to checkpoints, the first thing first. */
  public List<CheckpointEvent> events() {
    return streams.events(HistoryId.OWN, CheckpointEvent.class);
  }

  /** All checkpoints, the first one first. */
  public List<SignedCheckpoint> all() {
    return events().stream()
        .filter(CheckpointSigned.class::isInstance)
        .map(event -> ((CheckpointSigned) event).signed())
        .toList();
  }

  /** One by its number. */
  public Optional<SignedCheckpoint> find(int number) {
    return all().stream().filter(one -> one.checkpoint().number() == number).findFirst();
  }
}
