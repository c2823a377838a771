package org.uitrol.adapters.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.retention.Promises;
import org.uitrol.application.retention.Promises.Promise;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.consultation.MeasureKind;
import org.uitrol.domain.campaign.consultation.MeasureRule;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;

/**
 * On which days people used a tool: as long as the registers of the campaigns that count it say, of
 * several the longest. What a campaign that is under way counts stays until it is over.
 */
final class KeptUsage implements RetainedData {

  private final JdbcClient jdbc;
  private final Promises promises;
  private final ZoneId zone;

  KeptUsage(JdbcClient jdbc, Promises promises, ZoneId zone) {
    this.jdbc = jdbc;
    this.promises = promises;
    this.zone = zone;
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.USAGE;
  }

  @Override
  public Period keep() {
    return Period.ofMonths(
        promises.about(MeasureKind.USAGE).stream()
            .mapToInt(Promise::months)
            .max()
            .orElse(MeasureRule.USUAL.keep()));
  }

  @Override
  public Removal remove(Instant before, Instant at) {
    LocalDate day = before.atZone(zone).toLocalDate();
    List<Promise> all = promises.about(MeasureKind.USAGE);
    int removed = 0;
    int held = 0;
    for (UsageProduct product : UsageProduct.values()) {
      LocalDate needed = needed(all, product).orElse(day);
      LocalDate until = needed.isBefore(day) ? needed : day;
      removed +=
          jdbc.sql("delete from usage_statement where product = :product and valid_until < :until")
              .param("product", product.name())
              .param("until", until)
              .update();
      held +=
          jdbc.sql(
                  "select count(*) from usage_statement"
                      + " where product = :product and valid_until < :day")
              .param("product", product.name())
              .param("day", day)
              .query(Integer.class)
              .single();
    }
    return Removal.of(removed, HeldBack.CAMPAIGN_NEEDS_IT, held);
  }

  /** Since when campaigns that are under way count it. */
  private Optional<LocalDate> needed(List<Promise> all, UsageProduct product) {
    return all.stream()
        .filter(promise -> promise.campaign().status().isUnderWay())
        .filter(promise -> counts(promise, product))
        .flatMap(promise -> Optional.ofNullable(promise.campaign().launchedAt()).stream())
        .map(launched -> launched.atZone(zone).toLocalDate())
        .min(LocalDate::compareTo);
  }

  private static boolean counts(Promise promise, UsageProduct product) {
    UsageRule rule = promise.plan().privacy().usage();
    return rule != null && rule.of() == product;
  }
}
