package org.uitrol.adapters.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that a server has made for itself, so that only who is told to trusts it. */
final class TestCertificate {

  private static final String PASSWORD = "changeit";

  private final Path file;
  private final KeyStore keys;

  private TestCertificate(Path file, KeyStore keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Makes one with the JDK's keytool.
   *
   * @param names such as {@code dns:localhost,ip:127.0.0.1}
   */
  static TestCertificate of(Path directory, String names) {
    Path file = directory.resolve(names.replaceAll("[^a-z0-9]", "-") + ".p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "mail",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=mail.example",
                  "-ext",
                  "san=" + names,
                  "-validity",
                  "3650",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      keytool.getOutputStream().close();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
        throw new AssertionError("keytool failed: " + said);
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      return new TestCertificate(file, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The settings of Spring that have whoever uses the bundle trust this certificate. */
  String[] asBundle(String name) {
    String prefix = "spring.ssl.bundle.jks." + name + ".truststore.";
    return new String[] {
      prefix + "location=file:" + file, prefix + "password=" + PASSWORD, prefix + "type=PKCS12"
    };
  }

  SSLContext server() {
    try {
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** For a client that trusts it. */
  SSLContext trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("mail", keys.getCertificate("mail"));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
