package org.uitrol.adapters.persistence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.uitrol.support.TestDatabases;

class AnOlderDatabase {

  private static final String SCHEMA = "older";

  @Test
  void gets_the_chain_of_all_that_it_holds_and_goes_on_with_it() {
    String url = TestDatabases.fresh();
    JdbcClient jdbc =
        JdbcClient.create(new DriverManagerDataSource(url + "&currentSchema=" + SCHEMA));
    migrate(url, "120");
    fill(jdbc, 1, 2_500);
    jdbc.sql("select setval('domain_event_entry_seq', 9000)").query(Long.class).single();
    fill(jdbc, 2_501, 2_600);

    migrate(url, "latest");
    assertThat(Chains.assertWhole(jdbc)).isEqualTo(2_600);
    fill(jdbc, 2_601, 2_610);
    assertThat(Chains.assertWhole(jdbc)).isEqualTo(2_610);
  }

  private static void migrate(String url, String version) {
    Flyway.configure()
        .dataSource(url, null, null)
        .schemas(SCHEMA)
        .locations("classpath:db/migration")
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }

  private static void fill(JdbcClient jdbc, int from, int to) {
    jdbc.sql(
            """
            insert into domain_event_entry (event_identifier, aggregate_identifier,
                sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
            select 'e-' || i, 's-' || i % 7, i, case when i % 5 = 0 then null else 'pot' end,
                '2027-01-11T08:00:00.000Z', 'pot.opened', '1', '{"name":"Zoë 🙂 ' || i || '"}', '{}'
            from generate_series(:from, :to) as i
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }
}
