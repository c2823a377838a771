package org.uitrol.support;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a test class a migrated database of its own on a real PostgreSQL. Methods and constructors
 * may ask for a {@link DataSource}, {@link JdbcClient}, {@link PlatformTransactionManager} or
 * {@link TransactionTemplate}.
 */
public final class PostgresExtension
    implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

  private static final Map<Class<?>, Function<DataSource, Object>> PARAMETERS =
      Map.of(
          DataSource.class,
          source -> source,
          JdbcClient.class,
          JdbcClient::create,
          PlatformTransactionManager.class,
          JdbcTransactionManager::new,
          TransactionTemplate.class,
          source -> new TransactionTemplate(new JdbcTransactionManager(source)));

  private @Nullable HikariDataSource pool;

  @Override
  public void beforeAll(ExtensionContext context) {
    pool = new HikariDataSource();
    pool.setJdbcUrl(TestDatabases.fresh());
    pool.setConnectionInitSql("set time zone 'UTC'");
    pool.setMaximumPoolSize(10);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Objects.requireNonNull(pool).close();
  }

  /** For a test that builds its own objects. */
  public DataSource dataSource() {
    return Objects.requireNonNull(pool, "register the extension as a static field or on the class");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Objects.requireNonNull(PARAMETERS.get(parameter.getParameter().getType()))
        .apply(dataSource());
  }
}
