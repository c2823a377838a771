package org.uitrol.adapters.persistence.embedded;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@Conditional(WithoutOwnDatabase.class)
class EmbeddedDatabaseConfiguration {

  @Bean
  EmbeddedServer embeddedServer(@Value("${uitrol.data:data}") Path data) {
    return EmbeddedServer.start(data);
  }

  /** By this bean the connection pool finds the server, and is closed before it. */
  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
    return new JdbcConnectionDetails() {

      @Override
      public String getUsername() {
        return EmbeddedServer.USER;
      }

      @Override
      public String getPassword() {
        return server.password();
      }

      @Override
      public String getJdbcUrl() {
        return server.jdbcUrl();
      }
    };
  }
}
