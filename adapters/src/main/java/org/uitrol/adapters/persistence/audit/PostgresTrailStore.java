package org.uitrol.adapters.persistence.audit;

import static org.uitrol.adapters.persistence.view.DocumentTable.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.view.Scope;
import org.uitrol.application.audit.view.Subjects;
import org.uitrol.application.audit.view.TrailStore;
import org.uitrol.application.shared.Source;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;

/** The history as it is searched, in PostgreSQL. */
@Component
public class PostgresTrailStore implements TrailStore {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;

  public PostgresTrailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void put(TrailRow row, Subjects subjects) {
    List<Concerned> concerned = concerned(subjects);
    jdbc.sql(
            "with subject as (insert into trail_subject (kind, subject, position, name, at)"
                + " select kind, subject, :position, :name, :at"
                + " from unnest(:kinds, :subjects) as one (kind, subject) on conflict do nothing)"
                + " insert into trail (position, event, at, recorded_at, name, revision, stream, kind,"
                + " campaign, department, person, actor, cause, correlation, behalf, way, network,"
                + " rule, payload) values"
                + " (:position, :event, :at, :recorded_at, :name, :revision, :stream, :kind,"
                + " :campaign, :department, :person, :actor, :cause, :correlation, :behalf, :way,"
                + " :network, :rule, :payload::json)"
                + " on conflict (position) do update set campaign = excluded.campaign,"
                + " department = excluded.department, person = excluded.person,"
                + " behalf = excluded.behalf, way = excluded.way, network = excluded.network,"
                + " rule = excluded.rule,"
                + " revision = excluded.revision, payload = excluded.payload")
        .param("position", row.position())
        .param("event", row.event())
        .param("at", value(row.at()))
        .param("recorded_at", value(row.recordedAt()))
        .param("name", row.name())
        .param("revision", row.revision())
        .param("stream", row.stream())
        .param("kind", row.kind())
        .param("campaign", value(row.campaign()))
        .param("department", value(row.department()))
        .param("person", value(row.person()))
        .param("actor", row.actor())
        .param("cause", row.cause())
        .param("correlation", row.correlation())
        .param("behalf", row.behalf())
        .param("way", part(row.source(), 0))
        .param("network", part(row.source(), 1))
        .param("rule", row.rule())
        .param("payload", row.payload())
        .param("kinds", concerned.stream().map(one -> one.kind().name()).toArray(String[]::new))
        .param("subjects", concerned.stream().map(one -> one.id().value()).toArray(String[]::new))
        .update();
  }

  /** Whom and what an event concerns. */
  private record Concerned(Subject kind, Id id) {}

  private static List<Concerned> concerned(Subjects subjects) {
    List<Concerned> all = new ArrayList<>();
    subjects.campaigns().forEach(id -> all.add(new Concerned(Subject.CAMPAIGN, id)));
    subjects.departments().forEach(id -> all.add(new Concerned(Subject.DEPARTMENT, id)));
    subjects.people().forEach(id -> all.add(new Concerned(Subject.PERSON, id)));
    return all;
  }

  @Override
  public void belongs(String stream, Scope scope) {
    jdbc.sql(
            "insert into trail_scope (stream, campaign, department)"
                + " values (:stream, :campaign, :department) on conflict (stream) do update"
                + " set campaign = excluded.campaign, department = excluded.department")
        .param("stream", stream)
        .param("campaign", scope.campaign().value())
        .param("department", value(scope.department()))
        .update();
  }

  @Override
  public Optional<Scope> scope(String stream) {
    return jdbc.sql("select campaign, department from trail_scope where stream = :stream")
        .param("stream", stream)
        .query(
            (row, number) ->
                new Scope(
                    new CampaignId(row.getString("campaign")),
                    optional(row.getString("department"), DepartmentId::new)))
        .optional();
  }

  @Override
  public void clear() {
    jdbc.sql("delete from trail").update();
    jdbc.sql("delete from trail_subject").update();
    jdbc.sql("delete from trail_scope").update();
  }

  @Override
  public TrailPage search(TrailFilter filter, @Nullable Long before, int limit) {
    return TrailPage.of(
        ask(filter, before, filter.isTimed() ? Order.HAPPENED : Order.WRITTEN, limit + 1), limit);
  }

  @Override
  public void forEach(TrailFilter filter, Consumer<TrailRow> visitor) {
    long last = -1;
    List<TrailRow> rows;
    do {
      rows = ask(filter, last, Order.FIRST_WRITTEN, BATCH);
      for (TrailRow row : rows) {
        visitor.accept(row);
        last = row.position();
      }
    } while (rows.size() == BATCH);
  }

  @Override
  public List<TrailRow> ofStream(String stream) {
    return jdbc.sql("select * from trail where stream = :stream order by position")
        .param("stream", stream)
        .query(PostgresTrailStore::row)
        .list();
  }

  @Override
  public long streams(TrailFilter filter, long until) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    StringBuilder sql =
        new StringBuilder("select count(distinct t.stream) from trail t where t.position <= :edge");
    parameters.put("edge", until);
    conditions(sql, parameters, filter);
    return jdbc.sql(sql.toString()).params(parameters).query(Long.class).single();
  }

  @Override
  public Optional<TrailRow> find(String event) {
    return jdbc.sql("select * from trail where event = :event")
        .param("event", event)
        .query(PostgresTrailStore::row)
        .optional();
  }

  /**
   * Begins with what narrows it down most: the events of a person, department or campaign, in the
   * order of their index, or else the events themselves.
   */
  private List<TrailRow> ask(TrailFilter filter, @Nullable Long edge, Order order, int limit) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    Map<Subject, Id> subjects = subjects(filter);
    StringBuilder sql = new StringBuilder("select t.* from ");
    String from = "t";
    if (subjects.isEmpty()) {
      sql.append("trail t where true");
    } else {
      from = "s";
      Subject first = subjects.keySet().iterator().next();
      sql.append("trail_subject s join trail t using (position) where s.kind = '")
          .append(first.name())
          .append("' and s.subject = :subject");
      parameters.put("subject", Objects.requireNonNull(subjects.remove(first)).value());
    }
    subjects.forEach((kind, subject) -> concerns(sql, parameters, kind, subject));
    if (edge != null) {
      sql.append(" and ").append(order.after.replace("#", from));
      parameters.put("edge", edge);
    }
    condition(sql, parameters, from + ".name = ", "name", filter.name());
    condition(sql, parameters, "t.actor = ", "actor", filter.actor());
    condition(sql, parameters, "t.behalf = ", "behalf", filter.behalf());
    source(sql, parameters, filter.source());
    condition(sql, parameters, from + ".at >= ", "since", filter.from());
    condition(sql, parameters, from + ".at < ", "until", filter.to());
    sql.append(" order by ").append(order.by.replace("#", from)).append(" limit :limit");
    parameters.put("limit", limit);
    return jdbc.sql(sql.toString()).params(parameters).query(PostgresTrailStore::row).list();
  }

  private static void conditions(
      StringBuilder sql, Map<String, @Nullable Object> parameters, TrailFilter filter) {
    subjects(filter).forEach((kind, subject) -> concerns(sql, parameters, kind, subject));
    condition(sql, parameters, "t.name = ", "name", filter.name());
    condition(sql, parameters, "t.actor = ", "actor", filter.actor());
    condition(sql, parameters, "t.at >= ", "since", filter.from());
    condition(sql, parameters, "t.at < ", "until", filter.to());
    condition(sql, parameters, "t.behalf = ", "behalf", filter.behalf());
    source(sql, parameters, filter.source());
  }

  /** Whom and what it is about, what is rarest first. */
  private static Map<Subject, Id> subjects(TrailFilter filter) {
    Map<Subject, Id> subjects = new EnumMap<>(Subject.class);
    if (filter.person() != null) {
      subjects.put(Subject.PERSON, filter.person());
    }
    if (filter.department() != null) {
      subjects.put(Subject.DEPARTMENT, filter.department());
    }
    if (filter.campaign() != null) {
      subjects.put(Subject.CAMPAIGN, filter.campaign());
    }
    return subjects;
  }

  private static void concerns(
      StringBuilder sql, Map<String, @Nullable Object> parameters, Subject kind, Id subject) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    sql.append(" and exists (select 1 from trail_subject other where other.kind = '")
        .append(kind.name())
        .append("' and other.subject = :")
        .append(name)
        .append(" and other.position = t.position)");
    parameters.put(name, subject.value());
  }

  /** A way, a class of address, or both. */
  private static void source(
      StringBuilder sql, Map<String, @Nullable Object> parameters, @Nullable String source) {
    if (source == null) {
      return;
    }
    boolean network =
        Arrays.stream(Source.Network.values())
            .anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(source));
    if (network) {
      condition(sql, parameters, "t.network = ", "network", source);
    } else {
      condition(sql, parameters, "t.way = ", "way", part(source, 0));
      condition(sql, parameters, "t.network = ", "network", part(source, 1));
    }
  }

  private static @Nullable String part(@Nullable String source, int number) {
    List<String> parts = source == null ? List.of() : List.of(source.split("/", 2));
    return number < parts.size() ? parts.get(number) : null;
  }

  private static void condition(
      StringBuilder sql,
      Map<String, @Nullable Object> parameters,
      String test,
      String name,
      @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(test).append(':').append(name);
      parameters.put(name, value(value));
    }
  }

  private static TrailRow row(ResultSet row, int number) throws SQLException {
    return new TrailRow(
        row.getLong("position"),
        row.getString("event"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("name"),
        row.getInt("revision"),
        row.getString("stream"),
        row.getString("kind"),
        optional(row.getString("campaign"), CampaignId::new),
        optional(row.getString("department"), DepartmentId::new),
        optional(row.getString("person"), PersonId::new),
        row.getString("actor"),
        row.getString("cause"),
        row.getString("correlation"),
        row.getString("behalf"),
        source(row.getString("way"), row.getString("network")),
        row.getString("rule"),
        row.getString("payload"));
  }

  private static @Nullable String source(@Nullable String way, @Nullable String network) {
    return way == null || network == null ? way : way + "/" + network;
  }

  private static <T> @Nullable T optional(@Nullable String text, Function<String, T> made) {
    return text == null ? null : made.apply(text);
  }

  /** What an event can concern, the rarest first. */
  private enum Subject {
    PERSON,
    DEPARTMENT,
    CAMPAIGN
  }

  /** In which order, and what comes after an event; # is the table whose index has that order. */
  private enum Order {
    WRITTEN("#.position desc", "#.position < :edge"),
    FIRST_WRITTEN("#.position", "#.position > :edge"),
    HAPPENED(
        "#.at desc, #.position desc",
        "(#.at, #.position) < (select at, position from trail where position = :edge)");

    private final String by;
    private final String after;

    Order(String by, String after) {
      this.by = by;
      this.after = after;
    }
  }
}
