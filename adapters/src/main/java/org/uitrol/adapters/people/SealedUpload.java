package org.uitrol.adapters.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.uitrol.adapters.files.ByteSource;
import org.uitrol.application.directory.UnreadablePeopleFile;

/**
 * A file that somebody sent, on the disk because it is too long for memory. It is encrypted (AES in
 * counter mode, NIST SP 800-38A) under a key that is in memory only, so what a crash leaves behind
 * can't be read.
 */
public final class SealedUpload implements ByteSource, AutoCloseable {

  private static final long LONGEST = 512L * 1024 * 1024;
  private static final int KEY = 32;
  private static final int BLOCK = 16;
  private static final int CHUNK = 64 * 1024;

  private final Path file;
  private final byte[] key;
  private final byte[] start;

  private SealedUpload(Path file, byte[] key, byte[] start) {
    this.file = file;
    this.key = key;
    this.start = start;
  }

  /**
   * Keeps what comes until it is closed.
   *
   * @throws UnreadablePeopleFile when it is too long
   */
  public static SealedUpload of(InputStream bytes) throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[KEY];
    byte[] start = new byte[BLOCK];
    random.nextBytes(key);
    random.nextBytes(start);
    SealedUpload upload =
        new SealedUpload(Files.createTempFile("uitrol-people-", ".sealed"), key, start);
    try (OutputStream out =
        new CipherOutputStream(
            Files.newOutputStream(upload.file), upload.cipher(Cipher.ENCRYPT_MODE))) {
      copy(bytes, out);
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  @Override
  public InputStream open() throws IOException {
    return new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long length = 0;
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      length += read;
      if (length > LONGEST) {
        throw new UnreadablePeopleFile(
            0, "FILE_TOO_LONG", "a people file has at most " + LONGEST + " bytes");
      }
      to.write(chunk, 0, read);
    }
  }
}
