package sample.pots;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts events per pot, so that a double delivery would show. */
@Component
@ProcessingGroup("view.pots")
class PotProjector {

  private final JdbcClient jdbc;
  private final Mishaps mishaps;

  PotProjector(JdbcClient jdbc, Mishaps mishaps) {
    this.jdbc = jdbc;
    this.mishaps = mishaps;
    jdbc.sql("create table if not exists pot_view (pot text primary key, events int, coins int)")
        .update();
  }

  @EventHandler
  void on(PotEvent event) {
    int coins = event instanceof PotEvent.CoinPutIn coin ? coin.coins() : 0;
    jdbc.sql(
            """
            insert into pot_view values (:pot, 1, :coins) on conflict (pot)
            do update set events = pot_view.events + 1, coins = pot_view.coins + :coins
            """)
        .param("pot", event.pot().value())
        .param("coins", coins)
        .update();
    mishaps.check("view", event);
  }

  @ResetHandler
  void reset() {
    jdbc.sql("delete from pot_view").update();
  }
}
