package org.uitrol.adapters.retention;

import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.application.audit.access.AccessLog;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.retention.DailyRetention;
import org.uitrol.application.retention.Promises;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.domain.retention.RetainedKind;

/** Wires what is kept for some time only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

  private static final Period DAY = Period.ofDays(1);
  private static final Period CHANNELS = Period.ofDays(30);

  @Bean
  DailyRetention dailyRetention(
      List<RetainedData> all,
      CommandDesk desk,
      Streams streams,
      Timekeeper timekeeper,
      TransactionManager transactions,
      RetentionSettings settings,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    return new DailyRetention(all, desk, streams, timekeeper, transactions, settings.at(), zone);
  }

  /**
   * The first day is planned when the application starts. Where time is simulated, a year of it may
   * be shown in an hour: there nothing goes.
   */
  @Bean
  ApplicationRunner retentionIsArmed(
      DailyRetention retention, RetentionSettings settings, ObjectProvider<DemoClock> simulated) {
    return arguments -> {
      if (settings.enabled() && simulated.getIfAvailable() == null) {
        retention.arm();
      }
    };
  }

  @Bean
  RetainedData keptUsage(
      JdbcClient jdbc, Promises promises, @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    return new KeptUsage(jdbc, promises, zone);
  }

  @Bean
  RetainedData keptBallots(
      JdbcClient jdbc, Promises promises, RolloutStore rollouts, CampaignStore campaigns) {
    return new KeptBallots(jdbc, promises, rollouts, campaigns);
  }

  /** The bytes of a mail that nobody decided about: sending it again writes it anew. */
  @Bean
  RetainedData keptMailTexts(JdbcClient jdbc, RetentionSettings settings) {
    return new KeptRows(
        RetainedKind.MAIL_TEXTS,
        settings.mailTexts(),
        before ->
            jdbc.sql(
                    "update outbox set message = null where message is not null"
                        + " and state in ('WAITING', 'SETTLED')"
                        + " and coalesce(begun_at, due_at) < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update());
  }

  @Bean
  RetainedData keptCheckInTries(JdbcClient jdbc) {
    return new KeptRows(
        RetainedKind.CHECK_IN_TRIES,
        DAY,
        before ->
            jdbc.sql("delete from check_in_try where since < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update());
  }

  /** Each file says itself how long it is kept: an hour, or a day once somebody began with it. */
  @Bean
  RetainedData keptImportFiles(JdbcClient jdbc) {
    return new KeptRows(
        RetainedKind.IMPORT_FILES,
        DAY,
        before -> {
          int stages = 0;
          for (String table :
              List.of(
                  "people_stage_match",
                  "people_stage_row",
                  "people_stage_department",
                  "people_stage")) {
            stages =
                jdbc.sql(
                        "delete from "
                            + table
                            + " where stage_id in"
                            + " (select stage_id from people_stage where kept_until < now())")
                    .update();
          }
          return stages;
        });
  }

  @Bean
  RetainedData keptAccesses(AccessLog log, RetentionSettings settings) {
    return new KeptRows(RetainedKind.ACCESSES, settings.accesses(), log::forgetBefore);
  }

  @Bean
  RetainedData keptChannelMessages(Deliveries deliveries) {
    return new KeptRows(RetainedKind.CHANNEL_MESSAGES, CHANNELS, deliveries::forgetBefore);
  }

  @Bean
  @ConditionalOnProperty(
      name = "uitrol.retention.leavers",
      havingValue = "PROPOSE",
      matchIfMissing = true)
  RetainedData proposedLeavers(
      DirectoryStore directory,
      PersonVault vault,
      Erasures erasures,
      Streams streams,
      RetentionSettings settings) {
    return new KeptLeavers(directory, vault, erasures, streams, settings.leaversAfter(), false);
  }

  @Bean
  @ConditionalOnProperty(name = "uitrol.retention.leavers", havingValue = "ERASE")
  RetainedData erasedLeavers(
      DirectoryStore directory,
      PersonVault vault,
      Erasures erasures,
      Streams streams,
      RetentionSettings settings) {
    return new KeptLeavers(directory, vault, erasures, streams, settings.leaversAfter(), true);
  }
}
