package org.uitrol.adapters.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class WhoseTimeItIs {

  private final DataSource database;

  WhoseTimeItIs(DataSource database) {
    this.database = database;
  }

  @Test
  void on_the_embedded_database_time_is_simulated() {
    assertThat(clockWith(Map.of())).isInstanceOf(DemoClock.class);
  }

  @Test
  void unless_the_demonstration_is_switched_off() {
    assertThat(clockWith(Map.of("uitrol.demo", "false"))).isNotInstanceOf(DemoClock.class);
  }

  @Test
  void on_a_database_of_ones_own_time_is_real_whatever_is_asked() {
    assertThat(
            clockWith(
                Map.of("spring.datasource.url", "jdbc:postgresql://db/x", "uitrol.demo", "true")))
        .isNotInstanceOf(DemoClock.class);
  }

  private Clock clockWith(Map<String, Object> settings) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", settings));
      context.registerBean(DataSource.class, () -> new DelegatingDataSource(database));
      context.register(ClockConfiguration.class);
      context.refresh();
      return context.getBean(Clock.class);
    }
  }
}
