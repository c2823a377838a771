package sample.pots;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import sample.pots.PotEvent.PotFilled;

/** An effect: rings for every pot that is full. */
@Component
@ProcessingGroup("effect.bell")
public class Bell {

  private final List<String> rung = new CopyOnWriteArrayList<>();

  @EventHandler
  void on(PotFilled event) {
    rung.add(event.pot().value());
  }

  public List<String> rung() {
    return List.copyOf(rung);
  }
}
