package org.uitrol.adapters.persistence.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.port.RecordedHistory;
import org.uitrol.domain.proof.GrowingTree;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.shared.HistoryId;

/** The event store's own table, read as it is. */
@Component
public final class PostgresRecordedHistory implements RecordedHistory {

  private static final String SELECT =
      "select global_index, aggregate_identifier, sequence_number, type, payload_type,"
          + " payload_revision, event_identifier, time_stamp, meta_data, payload, number, hash"
          + " from domain_event_entry ";

  private final JdbcClient jdbc;

  public PostgresRecordedHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Stored> after(long position, int most) {
    return jdbc.sql(SELECT + "where global_index > :position order by global_index limit :most")
        .param("position", position)
        .param("most", most)
        .query(PostgresRecordedHistory::stored)
        .list();
  }

  @Override
  public Optional<Stored> at(long position) {
    return jdbc.sql(SELECT + "where global_index = :position")
        .param("position", position)
        .query(PostgresRecordedHistory::stored)
        .optional();
  }

  @Override
  public Optional<Stored> before(long position) {
    return jdbc.sql(SELECT + "where global_index < :position order by global_index desc limit 1")
        .param("position", position)
        .query(PostgresRecordedHistory::stored)
        .optional();
  }

  @Override
  public Optional<String> latest(HistoryId stream) {
    return jdbc.sql(
            """
            select payload_type from domain_event_entry where aggregate_identifier = :stream
            order by sequence_number desc limit 1
            """)
        .param("stream", stream.value())
        .query(String.class)
        .optional();
  }

  @Override
  public Hash root(long from, long to) {
    GrowingTree tree = new GrowingTree();
    long done = from;
    if (from % KEPT_TREE == 0) {
      for (Hash root : kept(from / KEPT_TREE, to / KEPT_TREE)) {
        tree.addTree(KEPT_LEVEL, root);
        done += KEPT_TREE;
      }
    }
    while (done < to) {
      List<Hash> entries = entries(done, Math.min(to, done + KEPT_TREE));
      entries.forEach(tree::add);
      done += entries.size();
    }
    return tree.root();
  }

  /** Of the trees that are asked for, those that are kept without a gap. */
  private List<Hash> kept(long from, long to) {
    record Kept(long tree, Hash root) {}
    List<Kept> kept =
        jdbc.sql(
                "select tree, root from history_tree where tree >= :from and tree < :to order by tree")
            .param("from", from)
            .param("to", to)
            .query((row, number) -> new Kept(row.getLong("tree"), Hash.of(row.getBytes("root"))))
            .list();
    return IntStream.range(0, kept.size())
        .takeWhile(i -> kept.get(i).tree() == from + i)
        .mapToObj(i -> kept.get(i).root())
        .toList();
  }

  private List<Hash> entries(long from, long to) {
    List<Hash> entries =
        jdbc.sql(
                """
                select hash from domain_event_entry where number > :from and number <= :to
                order by number
                """)
            .param("from", from)
            .param("to", to)
            .query((row, number) -> Hash.of(row.getBytes("hash")))
            .list();
    if (entries.size() != to - from) {
      throw new IllegalStateException("events are missing between " + from + " and " + to);
    }
    return entries;
  }

  @Override
  public void keepRoots(long first, List<Hash> roots) {
    for (int at = 0; at < roots.size(); at += KEPT_TREE) {
      List<Hash> some = roots.subList(at, Math.min(roots.size(), at + KEPT_TREE));
      jdbc.sql(
              """
              insert into history_tree (tree, root)
              select :first + place - 1, decode(root, 'hex')
              from unnest(:roots) with ordinality as one (root, place)
              on conflict (tree) do update set root = excluded.root
              where history_tree.root <> excluded.root
              """)
          .param("first", first + at)
          .param("roots", some.stream().map(Hash::toString).toArray(String[]::new))
          .update();
    }
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        new HistoryRecord(
            row.getLong("global_index"),
            row.getString("aggregate_identifier"),
            row.getLong("sequence_number"),
            row.getString("type"),
            row.getString("payload_type"),
            row.getString("payload_revision"),
            row.getString("event_identifier"),
            row.getString("time_stamp"),
            row.getString("meta_data"),
            row.getString("payload")),
        row.getLong("number"),
        Hash.of(row.getBytes("hash")));
  }
}
