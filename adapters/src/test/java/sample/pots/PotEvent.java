package sample.pots;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Text;

public sealed interface PotEvent extends DomainEvent {

  PotId pot();

  /** Revision 2: the label was one string before it was a text by language. */
  record PotOpened(PotId pot, Text label, int size, Lid lid, @Nullable String note, Instant at)
      implements PotEvent {}

  record CoinPutIn(PotId pot, int coins, List<Lid> tried, Map<PotId, Integer> others, Instant at)
      implements PotEvent {}

  record PotFilled(PotId pot, Instant at) implements PotEvent {}

  sealed interface Lid {
    record ScrewLid(int turns) implements Lid {}

    record CorkLid() implements Lid {}
  }
}
