package org.uitrol.application.communication.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;
import org.uitrol.domain.shared.StreamId;

/** Mail may go to a person again who has another address: what came back says nothing of it. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class ReleaseChangedAddress {

  private static final Actor ACTOR = Actor.process(ReleaseChangedAddress.class);

  private final CommandDesk desk;
  private final Streams streams;

  public ReleaseChangedAddress(CommandDesk desk, Streams streams) {
    this.desk = desk;
    this.streams = streams;
  }

  @EventHandler
  void on(DetailsChanged event) {
    if (event.fields().contains(PersonField.EMAIL.key())
        && streams.exists(StreamId.of("address", event.person()))) {
      desk.send(new ReleaseAddress(event.person(), null, event.at()), ACTOR);
    }
  }
}
