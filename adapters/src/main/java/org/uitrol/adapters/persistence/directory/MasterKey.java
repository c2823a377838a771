package org.uitrol.adapters.persistence.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The organisation's secret, from which the keys for the vault are derived. Without it nobody can
 * read whom the history is about. Its text form shows nothing.
 */
public final class MasterKey {

  /** The length of the secret, in bytes. */
  public static final int LENGTH = 32;

  private static final String HMAC = "HmacSHA256";

  private final byte[] pseudorandomKey;

  private MasterKey(byte[] secret) {
    this.pseudorandomKey = hmac("uitrol".getBytes(StandardCharsets.US_ASCII), secret);
  }

  /**
   * The key that a setting holds.
   *
   * @param base64 32 bytes in Base64 (RFC 4648, section 4)
   * @throws IllegalArgumentException when it is anything else; the message doesn't show it
   */
  public static MasterKey of(String base64) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw notAKey();
    }
    if (secret.length != LENGTH) {
      throw notAKey();
    }
    return new MasterKey(secret);
  }

  /**
   * The key that a file holds in Base64. When there is no such file, a new key is written to it,
   * readable for its owner only.
   */
  public static MasterKey in(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return of(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("the master key in " + file + " can't be read or written", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(file + " doesn't hold a master key: " + e.getMessage(), e);
    }
  }

  /**
   * A key for one purpose (HKDF with SHA-256, RFC 5869).
   *
   * @param purpose names the purpose and its revision; permanent
   * @return 32 bytes
   */
  public byte[] derive(String purpose) {
    byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return hmac(pseudorandomKey, block);
  }

  static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }

  private static void create(Path file) throws IOException {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Path draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(draft);
    Files.createFile(draft, ownerOnly());
    try {
      Files.writeString(
          draft, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.WRITE);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was faster: theirs counts.
      return;
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static IllegalArgumentException notAKey() {
    return new IllegalArgumentException(
        "a master key is " + LENGTH + " bytes in Base64; `openssl rand -base64 32` makes one");
  }
}
