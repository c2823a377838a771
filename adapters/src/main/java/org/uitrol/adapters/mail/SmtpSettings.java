package org.uitrol.adapters.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mail server, in the names that every Spring Boot application uses.
 *
 * @param host null or blank when there is none: the built-in mailbox then takes its place
 * @param port null for 465 with TLS from the start, 587 with a user name, 25 otherwise
 * @param protocol {@code smtp}, or {@code smtps} for TLS from the start
 * @param ssl whether TLS is used from the start
 * @param properties of Jakarta Mail, for instance {@code mail.smtp.timeout} in milliseconds
 */
@ConfigurationProperties("spring.mail")
public record SmtpSettings(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String username,
    @Nullable String password,
    @Nullable String protocol,
    @Nullable Ssl ssl,
    @Nullable Map<String, String> properties) {

  private static final String SMTP = "mail.smtp.";
  private static final String SMTPS = "mail.smtps.";

  /** TLS from the start of the connection. */
  public record Ssl(boolean enabled) {}

  /** A server on this machine or network that asks for no log-in. */
  public static SmtpSettings of(String host, int port) {
    return new SmtpSettings(host, port, null, null, null, null, Map.of());
  }

  public boolean hasServer() {
    return host != null && !host.isBlank();
  }

  boolean hasCredentials() {
    return username != null && !username.isBlank();
  }

  boolean tlsFromStart() {
    return "smtps".equalsIgnoreCase(protocol)
        || (ssl != null && ssl.enabled())
        || "true".equals(given().get("ssl.enable"));
  }

  int portOrDefault() {
    if (port != null) {
      return port;
    }
    return tlsFromStart() ? 465 : hasCredentials() ? 587 : 25;
  }

  /**
   * What Jakarta Mail is told. Its own defaults are unsafe: it waits for ever, takes a connection
   * without TLS when somebody on the way strips the offer, and asks nobody for a certificate's
   * name.
   *
   * @throws IllegalArgumentException if a password could go out without TLS
   */
  Properties jakartaMail() {
    Map<String, String> chosen = given();
    Map<String, String> all = new HashMap<>();
    all.put("connectiontimeout", "10000");
    all.put("timeout", "60000");
    all.put("writetimeout", "60000");
    all.put("quitwait", "false");
    all.put("starttls.enable", "true");
    all.put("starttls.required", Boolean.toString(hasCredentials() && !tlsFromStart()));
    all.put("ssl.checkserveridentity", "true");
    boolean strict =
        hasCredentials()
            || tlsFromStart()
            || "true".equals(chosen.get("starttls.required"))
            || "true".equals(chosen.get("ssl.checkserveridentity"));
    if (!strict) {
      // Nothing secret goes out: TLS with a self-signed certificate is better than none.
      all.put("ssl.trust", "*");
      all.put("ssl.checkserveridentity", "false");
    }
    all.putAll(chosen);
    all.put("ssl.enable", Boolean.toString(tlsFromStart()));
    all.put("auth", Boolean.toString(hasCredentials()));
    all.put("userset", "true");
    // One message in one piece, as it is: what happens during DATA has to be known.
    all.put("chunksize", "-1");
    all.put("allow8bitmime", "false");
    all.put("sendpartial", "false");
    if (hasCredentials() && !tlsFromStart() && !"true".equals(all.get("starttls.required"))) {
      throw new IllegalArgumentException(
          "spring.mail.properties[mail.smtp.starttls.required]=false would send the password of"
              + " spring.mail.username over a connection that anybody can read");
    }
    Properties properties = new Properties();
    all.forEach((key, value) -> properties.setProperty(SMTP + key, value));
    if (!tlsFromStart()) {
      properties.put(SMTP + "socketFactory", new PromptSockets());
      properties.setProperty(SMTP + "socketFactory.fallback", "false");
    }
    return properties;
  }

  private Map<String, String> given() {
    Map<String, String> given = new HashMap<>();
    if (properties != null) {
      properties.forEach(
          (key, value) -> {
            if (key.startsWith(SMTP)) {
              given.put(key.substring(SMTP.length()), value);
            } else if (key.startsWith(SMTPS)) {
              given.put(key.substring(SMTPS.length()), value);
            }
          });
    }
    return given;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", user " + username + "]";
  }
}
