package sample.pots;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.uitrol.adapters.persistence.eventstore.EventStoreConfiguration;
import org.uitrol.adapters.persistence.eventstore.ProcessorsConfiguration;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.EventCatalog.Entry;
import sample.pots.PotEvent.CoinPutIn;
import sample.pots.PotEvent.PotFilled;
import sample.pots.PotEvent.PotOpened;

@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
@Import({EventStoreConfiguration.class, ProcessorsConfiguration.class, CommandTargets.class})
public class PotApplication {

  public static final EventCatalog CATALOG =
      EventCatalog.of(
          new Entry("pot.opened", 2, PotOpened.class),
          Entry.of("pot.coin-put-in", CoinPutIn.class),
          Entry.of("pot.filled", PotFilled.class));

  @Bean
  EventCatalog eventCatalog() {
    return CATALOG;
  }
}
