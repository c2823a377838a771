package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.replay.Replays;
import org.uitrol.adapters.replay.ViewDigests;
import org.uitrol.application.audit.past.Projection;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.replay.ReplayEvent.ReplaySwitched;
import org.uitrol.domain.shared.AccountId;

class ViewsFromTheHistory {

  /** What acts on the world, and what people wrote; filling views must change none of it. */
  private static final List<String> UNTOUCHED =
      List.of("outbox", "mail_taken", "timer", "vault_person", "channel_delivery", "ballot_box");

  @Test
  void are_filled_twice_with_the_same_bytes_and_nothing_else_happens(@TempDir Path data) {
    try (Town town = Town.start(data)) {
      town.launch();
      town.playUntil(one -> one.count("stage.entered", "stage", "TRAIN") > 0);
      town.settle();
      Map<String, String> before = digests(town);
      Map<String, Long> untouched = untouched(town);

      Map<String, ReplaySwitched> first = replay(town);
      Map<String, String> after = digests(town);
      assertThat(untouched(town)).isEqualTo(untouched);
      assertThat(first.values())
          .allSatisfy(
              view -> {
                assertThat(view.missing()).as(view.view()).isZero();
                assertThat(view.surplus()).as(view.view()).isZero();
              });
      assertThat(first.get("view.rollout").events()).isPositive();
      assertThat(first.get("view.rollout").rows()).isPositive();
      // The history itself grew: it tells of the replay.
      assertThat(without(after, "view.trail")).isEqualTo(without(before, "view.trail"));

      replay(town);
      assertThat(without(digests(town), "view.trail")).isEqualTo(without(after, "view.trail"));
      assertThat(untouched(town)).isEqualTo(untouched);
    }
  }

  @Test
  void put_right_what_somebody_changed_by_hand(@TempDir Path data) {
    try (Town town = Town.start(data)) {
      town.launch();
      town.playUntil(one -> one.count("stage.entered", "stage", "ANNOUNCE") > 0);
      town.settle();
      Map<String, String> before = digests(town);
      town.jdbc().sql("delete from view_rollout_member where ctid in (select ctid from view_rollout_member limit 3)").update();
      town.jdbc().sql("update view_campaign set row = '{}'").update();
      town.jdbc().sql("insert into view_consent (person, optional) values ('nobody', false)").update();

      Map<String, ReplaySwitched> views = replay(town);

      assertThat(views.get("view.rollout").missing()).isEqualTo(3);
      assertThat(views.get("view.rollout").surplus()).isZero();
      assertThat(views.get("view.campaign").missing()).isEqualTo(1);
      assertThat(views.get("view.campaign").surplus()).isEqualTo(1);
      assertThat(views.get("view.mail").surplus()).isEqualTo(1);
      assertThat(without(digests(town), "view.trail")).isEqualTo(without(before, "view.trail"));
    }
  }

  private static Map<String, ReplaySwitched> replay(Town town) {
    Replays replays = town.bean(Replays.class);
    for (Projection<?> one : town.bean(Projections.class).all()) {
      replays.begin(one.name(), new AccountId("admin"), Actor.account(new AccountId("admin")));
    }
    while (replays.views().stream().anyMatch(view -> view.run() != null)) {
      LockSupport.parkNanos(20_000_000);
    }
    Map<String, ReplaySwitched> switched = new TreeMap<>();
    replays.views().forEach(view -> switched.put(view.name(), (ReplaySwitched) view.last()));
    town.settle();
    return switched;
  }

  private static Map<String, String> digests(Town town) {
    return ViewDigests.of(town.jdbc(), town.bean(Projections.class));
  }

  private static Map<String, Long> untouched(Town town) {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : UNTOUCHED) {
      counts.put(
          table, town.jdbc().sql("select count(*) from " + table).query(Long.class).single());
    }
    return counts;
  }

  private static Map<String, String> without(Map<String, String> all, String one) {
    Map<String, String> rest = new TreeMap<>(all);
    rest.remove(one);
    return rest;
  }
}
