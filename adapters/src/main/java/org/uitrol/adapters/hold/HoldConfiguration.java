package org.uitrol.adapters.hold;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.persistence.hold.Epochs;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.HoldState;

/** Wires the watch over the database. */
@Configuration(proxyBeanMethods = false)
class HoldConfiguration {

  /**
   * Nobody else can use the embedded database, so nobody else is asked.
   *
   * @param directory where the file is; null for a directory of that name within the data. It has
   *     to be kept apart from the database and its backups
   * @param onHold whether to begin with a hold, as a copy does
   */
  @Bean
  EpochWatch epochWatch(
      Epochs epochs,
      HoldState state,
      ObjectProvider<Holds> holds,
      TransactionManager transactions,
      @Value("${uitrol.data:data}") Path data,
      @Value("${uitrol.epoch.directory:#{null}}") @Nullable Path directory,
      @Value("${uitrol.epoch.answer-within:5s}") Duration answerWithin,
      @Value("${uitrol.hold:false}") boolean onHold,
      @Value("${spring.datasource.url:}") String url) {
    return new EpochWatch(
        epochs,
        new EpochFile(Objects.requireNonNullElse(directory, data.resolve("epoch"))),
        state,
        holds::getObject,
        transactions,
        new EpochWatch.Settings(onHold, url.isBlank() ? Duration.ZERO : answerWithin));
  }

  @Bean
  HoldHealth holdHealthIndicator(HoldState state) {
    return new HoldHealth(state);
  }
}
