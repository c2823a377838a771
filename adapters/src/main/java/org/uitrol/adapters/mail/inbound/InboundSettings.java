package org.uitrol.adapters.mail.inbound;

import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where answers, bounces and complaints are read.
 *
 * @param host the IMAP server; null or blank for none. With the built-in mailbox, that is read
 * @param port null for 993 with TLS from the start, 143 otherwise
 * @param ssl whether TLS is used from the start
 * @param sslBundle the {@code spring.ssl.bundle} that tells whom to trust; null for those whom Java
 *     trusts
 * @param folder the folder that is read
 * @param every how long to wait for the next look when the server can't tell of new mail by itself
 * @param keep how long mails are kept
 * @param largest of a larger mail only the beginning is kept
 */
@ConfigurationProperties("uitrol.mail.inbound")
public record InboundSettings(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("false") boolean ssl,
    @Nullable String sslBundle,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("60s") Duration every,
    @DefaultValue("90d") Duration keep,
    @DefaultValue("5MB") DataSize largest) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final DataSize MOST = DataSize.ofMegabytes(50);

  public InboundSettings {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("uitrol.mail.inbound.every has to be 1s or longer");
    }
    if (keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("uitrol.mail.inbound.keep has to be 1d or longer");
    }
    if (largest.compareTo(DataSize.ofKilobytes(64)) < 0 || largest.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "uitrol.mail.inbound.largest has to be between 64KB and 50MB");
    }
  }

  boolean hasServer() {
    return host != null && !host.isBlank();
  }

  /** The same, read from the built-in mailbox under an address. */
  InboundSettings builtIn(String server, int imapPort, String address) {
    return new InboundSettings(
        server, imapPort, address, null, false, null, folder, Duration.ofSeconds(3), keep, largest);
  }

  String protocol() {
    return ssl ? "imaps" : "imap";
  }

  int portOrDefault() {
    return port != null ? port : ssl ? 993 : 143;
  }

  /** Where the mailbox is and whose, for people. */
  String account() {
    return (username == null || username.isBlank() ? folder : username)
        + " ("
        + host
        + ":"
        + portOrDefault()
        + ")";
  }

  /**
   * What Jakarta Mail is told: it never waits for ever, and no password goes out without TLS.
   *
   * @param sockets tell whom to trust; null for those whom Java trusts
   */
  Properties jakartaMail(@Nullable SSLSocketFactory sockets) {
    boolean secret = password != null && !password.isEmpty();
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", "10000");
    properties.setProperty(prefix + "timeout", "60000");
    properties.setProperty(prefix + "writetimeout", "60000");
    properties.setProperty(prefix + "connectionpooltimeout", "60000");
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(!ssl));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(secret && !ssl));
    properties.setProperty(prefix + "ssl.checkserveridentity", Boolean.toString(secret || ssl));
    if (sockets != null) {
      properties.put(prefix + "ssl.socketFactory", sockets);
    } else if (!secret && !ssl) {
      // Nothing secret goes out: TLS with a self-signed certificate is better than none.
      properties.setProperty(prefix + "ssl.trust", "*");
    }
    // Reading alone doesn't mark a mail as seen: it may still have to be read again.
    properties.setProperty(prefix + "peek", "true");
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "InboundSettings[" + host + ":" + port + ", user " + username + "]";
  }
}
