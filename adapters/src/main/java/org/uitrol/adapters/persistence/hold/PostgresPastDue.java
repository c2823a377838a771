package org.uitrol.adapters.persistence.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.uitrol.application.hold.port.PastDue;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/** What is past due, from the tables in which it waits. */
@Component
final class PostgresPastDue implements PastDue {

  /** What waits, by its kind; in which campaign it is, the trail knows. */
  private static final Map<DueKind, String> WAITING =
      new EnumMap<>(
          Map.of(
              DueKind.MAIL,
              """
              select 'MAIL' as kind, o.dispatch_id as key, o.due_at as since,
                  coalesce(m.row ->> 'template', '') as what, o.person_id as person,
                  null as elsewhere, s.campaign
              from outbox o left join view_mail m on m.dispatch = o.dispatch_id
                  left join trail_scope s on s.stream = o.dispatch_id
              where o.state = 'WAITING' and o.due_at <= :now and not o.passes
              """,
              DueKind.TIMER,
              """
              select 'TIMER' as kind, t.key::text as key, t.due_at as since,
                  split_part(t.key, '/', 1) as what,
                  case split_part(t.key, '/', 1)
                    when 'goal-reminder' then split_part(t.key, '/', 2)
                    when 'member-goes' then split_part(t.key, '/', 3)
                  end as person,
                  null as elsewhere,
                  case when split_part(t.key, '/', 1) in ('wave', 'consultation-suspension')
                    then split_part(t.key, '/', 2) else s.campaign
                  end as campaign
              from timer t left join trail_scope s on s.stream = split_part(t.key, '/', 2)
              where t.due_at <= :now and not t.passes
                  and split_part(t.key, '/', 1) <> all(:never_held)
              """,
              DueKind.MESSAGE,
              """
              select 'MESSAGE' as kind, d.channel_id || '/' || d.message as key, d.due_at as since,
                  d.event as what, null as person, c.name as elsewhere, e.campaign
              from channel_delivery d join channel c using (channel_id)
                  left join trail e on e.event = d.message
              where d.state = 'WAITING' and d.due_at <= :now and not d.passes
                  and c.paused is null and not c.closed
              """,
              DueKind.HANDOUT,
              """
              select 'HANDOUT' as kind, h.number || '/' || h.receiver as key, h.due_at as since,
                  h.number::text as what, null as person, h.receiver as elsewhere,
                  null as campaign
              from checkpoint_handout h
              where h.state = 'WAITING' and h.due_at <= :now and not h.passes
              """));

  private static final String[] NEVER_HELD =
      Arrays.stream(TimerKey.Kind.values())
          .filter(TimerKey.Kind::isNeverHeld)
          .map(TimerKey.Kind::word)
          .toArray(String[]::new);

  private final JdbcClient jdbc;

  PostgresPastDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<DueKind, Integer> counts(Part part, Instant now) {
    Map<DueKind, Integer> counts = new TreeMap<>();
    ask("select kind, count(*) as many from", part, now, "group by kind")
        .query(
            row -> {
              counts.put(DueKind.valueOf(row.getString("kind")), row.getInt("many"));
            });
    return counts;
  }

  @Override
  public Set<CampaignId> campaigns(Instant now) {
    return ask("select distinct campaign from", Part.ALL, now, "order by campaign")
        .query(String.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .map(CampaignId::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public List<Due> list(Part part, Instant now, int offset, int limit) {
    return ask("select * from", part, now, "order by since, kind, key offset :offset limit :limit")
        .param("offset", offset)
        .param("limit", limit)
        .query((row, number) -> due(row))
        .list();
  }

  @Override
  public List<Due> among(List<DueItem> items, Instant now) {
    return ask(
            "select * from",
            Part.ALL,
            now,
            "where lower(kind) || '/' || key = any(:items) order by since, kind, key")
        .param("items", items.stream().map(DueItem::text).toArray(String[]::new))
        .query((row, number) -> due(row))
        .list();
  }

  @Override
  public void letGo(List<DueItem> items) {
    change(items, DueKind.MAIL, "update outbox set passes = true where dispatch_id = any(:keys)");
    change(items, DueKind.TIMER, "update timer set passes = true where key = any(:keys)");
    change(
        items,
        DueKind.MESSAGE,
        "update channel_delivery set passes = true where channel_id || '/' || message = any(:keys)");
    change(
        items,
        DueKind.HANDOUT,
        "update checkpoint_handout set passes = true where number || '/' || receiver = any(:keys)");
  }

  @Override
  public void drop(List<DueItem> items, Instant now) {
    change(items, DueKind.TIMER, "delete from timer where key = any(:keys)");
    String never =
        " set state = 'FAILED', answer = 'discarded', claimed_until = null, settled_at = '"
            + now
            + "' where ";
    change(
        items,
        DueKind.MESSAGE,
        "update channel_delivery" + never + "channel_id || '/' || message = any(:keys)");
    change(
        items,
        DueKind.HANDOUT,
        "update checkpoint_handout" + never + "number || '/' || receiver = any(:keys)");
  }

  private void change(List<DueItem> items, DueKind kind, String sql) {
    String[] keys =
        items.stream().filter(item -> item.kind() == kind).map(DueItem::key).toArray(String[]::new);
    if (keys.length > 0) {
      jdbc.sql(sql).param("keys", keys).update();
    }
  }

  private StatementSpec ask(String what, Part part, Instant now, String rest) {
    String waiting =
        WAITING.entrySet().stream()
            .filter(one -> part.kind() == null || part.kind() == one.getKey())
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" union all "));
    CampaignId campaign = part.campaign();
    String within =
        campaign == null ? waiting : "select * from (" + waiting + ") a where campaign = :campaign";
    StatementSpec statement =
        jdbc.sql(what + " (" + within + ") due " + rest)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("never_held", NEVER_HELD);
    return campaign == null ? statement : statement.param("campaign", campaign.value());
  }

  private static Due due(ResultSet row) throws SQLException {
    @Nullable String person = row.getString("person");
    @Nullable String campaign = row.getString("campaign");
    return new Due(
        new DueItem(DueKind.valueOf(row.getString("kind")), row.getString("key")),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getString("what"),
        person == null || person.isBlank() ? null : new PersonId(person),
        row.getString("elsewhere"),
        campaign == null ? null : new CampaignId(campaign));
  }
}
