package org.uitrol.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Starts a Spring Boot application for a test class, on a free port and with a database of its own,
 * and stops it afterwards. Register it as a static field: Spring's own test support needs a newer
 * JUnit.
 */
public final class RunningApplication implements BeforeAllCallback, AfterAllCallback {

  private final Class<?> application;
  private final List<String> properties = new ArrayList<>();
  private @Nullable ConfigurableApplicationContext context;
  private @Nullable String url;

  private RunningApplication(Class<?> application) {
    this.application = application;
  }

  public static RunningApplication of(Class<?> application) {
    return new RunningApplication(application);
  }

  /** Adds settings, each as {@code name=value}. */
  public RunningApplication with(String... settings) {
    properties.addAll(List.of(settings));
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    startOn(TestDatabases.fresh());
  }

  /** Changes a setting for the next start. */
  public RunningApplication set(String name, String value) {
    properties.removeIf(one -> one.startsWith(name + "="));
    properties.add(name + "=" + value);
    return this;
  }

  /** Starts the application on that database, for a test that doesn't register it. */
  public void startOn(String database) {
    url = database;
    set("spring.datasource.url", database);
    set("uitrol.master-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    set("server.port", "0");
    set("spring.main.banner-mode", "off");
    unlessSet(
        "uitrol.data=target/data/"
            + database.substring(database.lastIndexOf('/') + 1, database.indexOf('?')));
    // A test may run at night.
    unlessSet("uitrol.mail.sending.hours=00:00-24:00");
    unlessSet("uitrol.proof.daily-at=never");
    unlessSet("uitrol.mailbox.smtp-port=0");
    unlessSet("uitrol.mailbox.imap-port=0");
    start();
  }

  private void unlessSet(String setting) {
    String name = setting.substring(0, setting.indexOf('=') + 1);
    if (properties.stream().noneMatch(one -> one.startsWith(name))) {
      properties.add(setting);
    }
  }

  @Override
  public void afterAll(ExtensionContext test) {
    stop();
  }

  public void start() {
    String[] arguments = properties.stream().map(setting -> "--" + setting).toArray(String[]::new);
    context =
        new SpringApplicationBuilder(application).initializers(QuickPasswords::in).run(arguments);
  }

  public void stop() {
    ConfigurableApplicationContext running = context;
    context = null;
    if (running != null) {
      running.close();
    }
  }

  /** Stops the application and gives it another, new database for when it is started again. */
  public void stopAndRenew() {
    stop();
    String before = "spring.datasource.url=" + url;
    url = TestDatabases.fresh();
    properties.replaceAll(one -> one.equals(before) ? "spring.datasource.url=" + url : one);
  }

  public boolean isRunning() {
    return context != null;
  }

  /** Stops the application and starts it again on the same database. */
  public void restart() {
    stop();
    start();
  }

  public <T> T bean(Class<T> type) {
    return running().getBean(type);
  }

  /** For a type of which there are several. */
  public <T> T bean(String name, Class<T> type) {
    return running().getBean(name, type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** The database of the test, also while the application is stopped. */
  public JdbcClient database() {
    return JdbcClient.create(dataSource());
  }

  /** As {@link #database}. */
  public DataSource dataSource() {
    return new DriverManagerDataSource(Objects.requireNonNull(url));
  }

  /** An address of the application, for instance of {@code /login}. */
  public URI uri(String path) {
    String port = running().getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port + path);
  }

  private ConfigurableApplicationContext running() {
    return Objects.requireNonNull(context, "the application isn't running");
  }
}
