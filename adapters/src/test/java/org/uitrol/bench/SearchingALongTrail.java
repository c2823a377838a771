package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.persistence.audit.PostgresTrailStore;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.TestDatabases;

/**
 * Searches a long history by each filter and by those that go together, and writes all of it out.
 * One event in ten thousand has a rare name; ten campaigns, one of which is small and old.
 */
class SearchingALongTrail {

  private static final Logger LOG = LoggerFactory.getLogger(SearchingALongTrail.class);
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int ROUNDS = 15;
  private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void by_every_filter_and_writing_it_out() {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestDatabases.fresh());
      JdbcClient jdbc = JdbcClient.create(pool);
      fill(jdbc);
      PostgresTrailStore store = new PostgresTrailStore(jdbc);
      filters()
          .forEach(
              (name, filter) -> {
                TrailPage first = store.search(filter, null, 50);
                assertThat(first.rows()).as(name).isNotEmpty();
                LOG.info(
                    "{}: first page {} ms, second {} ms, {} rows",
                    name,
                    median(() -> store.search(filter, null, 50)),
                    median(() -> store.search(filter, first.next(), 50)),
                    first.rows().size());
              });
      Runtime runtime = Runtime.getRuntime();
      AtomicLong written = new AtomicLong();
      AtomicLong most = new AtomicLong();
      long began = System.nanoTime();
      store.forEach(
          TrailFilter.ALL,
          row -> {
            if (written.incrementAndGet() % 100_000 == 0) {
              System.gc();
              most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            }
          });
      LOG.info(
          "written out: {} rows, {} a second, at most {} MB of heap in use",
          written,
          Math.round(written.get() / ((System.nanoTime() - began) / 1e9)),
          most.get() >> 20);
      assertThat(written.get()).isEqualTo(ROWS);
    }
  }

  private static Map<String, TrailFilter> filters() {
    CampaignId large = new CampaignId("campaign-1");
    CampaignId small = new CampaignId("campaign-small");
    DepartmentId department = new DepartmentId("department-7");
    PersonId person = new PersonId("person-42");
    Instant early = BEGIN.plusSeconds(ROWS / 10);
    Instant late = BEGIN.plusSeconds(ROWS / 5);
    Map<String, TrailFilter> filters = new LinkedHashMap<>();
    filters.put("all", TrailFilter.ALL);
    filters.put("a large campaign", TrailFilter.ofCampaign(large));
    filters.put("a small, old campaign", TrailFilter.ofCampaign(small));
    filters.put("a department", TrailFilter.ofDepartment(department));
    filters.put("a person", TrailFilter.ofPerson(person));
    filters.put("a kind", filter(null, null, null, "kind.3", null, null, null, null, null));
    filters.put("a rare kind", filter(null, null, null, "kind.rare", null, null, null, null, null));
    filters.put("an actor", filter(null, null, null, null, "account:5", null, null, null, null));
    filters.put("for whom", filter(null, null, null, null, null, "account:5", null, null, null));
    filters.put("a way", filter(null, null, null, null, null, null, "cli", null, null));
    filters.put("from outside", filter(null, null, null, null, null, null, "public", null, null));
    filters.put(
        "a page from outside",
        filter(null, null, null, null, null, null, "page/public", null, null));
    filters.put("before a day", filter(null, null, null, null, null, null, null, null, early));
    filters.put("a span", filter(null, null, null, null, null, null, null, early, late));
    filters.put(
        "campaign and kind", filter(large, null, null, "kind.3", null, null, null, null, null));
    filters.put(
        "campaign and rare kind",
        filter(large, null, null, "kind.rare", null, null, null, null, null));
    filters.put(
        "small campaign and kind",
        filter(small, null, null, "kind.3", null, null, null, null, null));
    filters.put(
        "campaign and span", filter(large, null, null, null, null, null, null, early, late));
    filters.put(
        "campaign and department",
        filter(large, department, null, null, null, null, null, null, null));
    filters.put(
        "campaign, department and kind",
        filter(large, department, null, "kind.3", null, null, null, null, null));
    filters.put("person and span", filter(null, null, person, null, null, null, null, early, late));
    filters.put(
        "person, kind and span",
        filter(null, null, person, "kind.30", null, null, null, BEGIN, BEGIN.plusSeconds(ROWS)));
    filters.put("kind and span", filter(null, null, null, "kind.3", null, null, null, early, late));
    filters.put(
        "actor and span", filter(null, null, null, null, "account:5", null, null, early, late));
    filters.put(
        "campaign and actor", filter(large, null, null, null, "account:5", null, null, null, null));
    return filters;
  }

  private static TrailFilter filter(
      @Nullable CampaignId campaign,
      @Nullable DepartmentId department,
      @Nullable PersonId person,
      @Nullable String name,
      @Nullable String actor,
      @Nullable String behalf,
      @Nullable String source,
      @Nullable Instant from,
      @Nullable Instant to) {
    return new TrailFilter(campaign, department, person, name, actor, behalf, source, from, to);
  }

  /** The median of some rounds, in milliseconds. */
  private static double median(Runnable work) {
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      work.run();
      nanos.add(System.nanoTime() - began);
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    return Math.round(sorted[sorted.length / 2] / 1e4) / 100.0;
  }

  /** One event a second. Every hash spreads, so that no two columns go together by chance. */
  private static void fill(JdbcClient jdbc) {
    long began = System.nanoTime();
    Map<String, String> indexes = new LinkedHashMap<>();
    jdbc.sql(
            "select indexname, indexdef from pg_indexes where tablename in ('trail', 'trail_subject')"
                + " and indexname not in ('trail_pkey', 'trail_event_key', 'trail_subject_pkey')")
        .query(
            row -> {
              indexes.put(row.getString(1), row.getString(2));
            });
    indexes.keySet().forEach(name -> jdbc.sql("drop index " + name).update());
    jdbc.sql("alter table trail_subject drop constraint trail_subject_pkey").update();
    for (String sql :
        Arrays.asList(
            """
            insert into trail (position, event, at, recorded_at, name, revision, stream, kind,
                campaign, department, person, actor, cause, correlation, behalf, way, network,
                rule, payload)
            select n, 'event-' || n, timestamptz '2027-01-01 00:00Z' + n * interval '1 second',
                timestamptz '2027-01-01 00:00Z' + n * interval '1 second',
                case when n % 10000 = 17 then 'kind.rare' else 'kind.' || h % 40 end, 1,
                'stream-' || h % 100000, 'rollout',
                case when n < 2000 then 'campaign-small' else 'campaign-' || h / 7 % 9 end,
                'department-' || h / 11 % 200, 'person-' || h / 13 % 20000,
                case when h % 3 = 0 then 'account:' || h / 17 % 300 else 'process:P' || h % 20 end,
                'event-' || n - 1, 'command-' || n / 9,
                case when h % 3 = 0 then 'self' else 'account:' || h / 19 % 300 end,
                case when h % 3 > 0 then 'process' when h % 1000 = 0 then 'cli' else 'page' end,
                case when h % 3 > 0 then null when h % 500 = 0 then 'public' else 'private' end,
                '0.1.0', '{"at":"2027-01-01T00:00:00Z","rollout":"r","note":"as long as usual"}'
            from (select n, abs(hashint8(n)::bigint) as h from generate_series(1, :rows) n) as made
            """,
            """
            insert into trail_subject (kind, subject, position, name, at)
            select 'CAMPAIGN', campaign, position, name, at from trail where position <= :rows
            union all
            select 'DEPARTMENT', department, position, name, at from trail
            union all
            select 'PERSON', person, position, name, at from trail
            """)) {
      jdbc.sql(sql).param("rows", ROWS).update();
    }
    jdbc.sql("alter table trail_subject add primary key (kind, subject, position)").update();
    indexes.values().forEach(sql -> jdbc.sql(sql).update());
    jdbc.sql("vacuum analyze trail").update();
    jdbc.sql("vacuum analyze trail_subject").update();
    LOG.info("{} rows in {} s", ROWS, Math.round((System.nanoTime() - began) / 1e9));
  }
}
