package org.uitrol.adapters.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.support.PostgresExtension;

/**
 * Of each table somebody has to have decided what becomes of it when a person is erased. A new
 * table stands in none of these lists, and this fails until somebody decides.
 */
class WhatBecomesOfEachTable {

  @RegisterExtension static final PostgresExtension DATABASE = new PostgresExtension();

  /** Rows, or texts in them, are destroyed. */
  private static final Set<String> ERASED =
      Set.of(
          "account",
          "answer_source_file",
          "api_token",
          "ballot_draft",
          "ballot_traits",
          "channel_delivery",
          "check_in_try",
          "dead_letter_entry",
          "discarded_letter",
          "idempotency_key",
          "inbound_answer",
          "inbound_mail",
          "inbound_person",
          "outbox",
          "own_goal",
          "people_stage",
          "people_stage_department",
          "people_stage_match",
          "people_stage_row",
          "sync_withdrawn",
          "timer",
          "usage_statement",
          "vault_concern_text",
          "vault_key",
          "vault_person",
          "xapi_account",
          "xapi_statement");

  /** Ids, which lead nowhere once the vault has forgotten whose they are. */
  private static final Set<String> IDS_ONLY =
      Set.of(
          "data_access",
          "directory_employee",
          "domain_event_entry",
          "erased_mark",
          "process_concern",
          "process_follow_up",
          "process_membership",
          "process_rollout",
          "process_session_seat",
          "session_proposal",
          "snapshot_event_entry",
          "trail",
          "trail_subject",
          "view_campaign",
          "view_concern",
          "view_consent",
          "view_erasure",
          "view_follow_up",
          "view_learner",
          "view_mail",
          "view_reaction",
          "view_rollout",
          "view_rollout_member",
          "view_seat",
          "view_session",
          "view_skill_path",
          "view_suppressed",
          "view_survey_invited",
          "view_survey_participated",
          "view_usage_look");

  /** Nothing about anybody, or nothing that anybody could tell whose it is. */
  private static final Set<String> ABOUT_NOBODY =
      Set.of(
          "answer_source",
          "answer_source_taken",
          "ballot_box",
          "ballot_urn",
          "channel",
          "channel_address",
          "checkpoint_handout",
          "checkpoint_key",
          "demo_clock",
          "epoch",
          "epoch_question",
          "directory_department",
          "flyway_schema_history",
          "history_tree",
          "hold_state",
          "inbound_reader",
          "inbound_removal",
          "mail_destination",
          "mail_taken",
          "people_import",
          "rebuild_run",
          "plan_source",
          "process_session_hours",
          "survey_text",
          "sync_department",
          "timer_heartbeat",
          "token_entry",
          "trail_scope",
          "usage_report",
          "vault_campaign_key",
          "vault_concern_code",
          "vault_master",
          "view_activity",
          "view_answer_source",
          "view_results",
          "view_survey",
          "view_survey_unnamed");

  private static final String QUARTZ = "qrtz_";

  @Test
  void is_decided(JdbcClient jdbc) {
    Map<String, Integer> decided = new TreeMap<>();
    Stream.of(ERASED, IDS_ONLY, ABOUT_NOBODY)
        .flatMap(Set::stream)
        .forEach(table -> decided.merge(table, 1, Integer::sum));
    List<String> tables =
        jdbc.sql(
                "select table_name from information_schema.tables"
                    + " where table_schema = 'public' order by 1")
            .query(String.class)
            .list();

    assertThat(decided.values()).containsOnly(1);
    assertThat(tables).hasSizeGreaterThan(60);
    assertThat(tables.stream().filter(table -> !table.startsWith(QUARTZ)))
        .as("what becomes of it when a person is erased? a holder destroys it, or it may stay")
        .containsExactlyElementsOf(new TreeSet<>(decided.keySet()));
  }
}
