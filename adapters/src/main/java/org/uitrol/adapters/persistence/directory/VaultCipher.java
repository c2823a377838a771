package org.uitrol.adapters.persistence.directory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.uitrol.domain.shared.Id;

/**
 * Encrypts with AES-256 in Galois/Counter Mode (NIST SP 800-38D). A sealed text is one byte with
 * its revision, a random nonce of 12 bytes and the ciphertext with its tag of 16; it can be opened
 * only for whom or what, and the purpose, for which it was sealed. Safe for many threads.
 */
public final class VaultCipher {

  private static final byte REVISION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String KEY = "key";

  private final SecureRandom random = new SecureRandom();
  private final byte[] wrappingKey;
  private final byte[] indexKey;
  private final byte[] fingerprint;

  public VaultCipher(MasterKey master) {
    this.wrappingKey = master.derive("uitrol vault wrapping 1");
    this.indexKey = master.derive("uitrol vault index 1");
    this.fingerprint = master.derive("uitrol vault fingerprint 1");
  }

  /** Tells whether data was written under the same master key; reveals nothing about the key. */
  byte[] fingerprint() {
    return fingerprint.clone();
  }

  /** A key that was never given before. */
  public byte[] newKey() {
    byte[] key = new byte[MasterKey.LENGTH];
    random.nextBytes(key);
    return key;
  }

  /** A key, sealed under the master key. */
  public byte[] wrap(Id of, byte[] key) {
    return seal(wrappingKey, of, KEY, key);
  }

  /** A key from what {@link #wrap} made. */
  public byte[] unwrap(Id of, byte[] wrapped) {
    return open(wrappingKey, of, KEY, wrapped);
  }

  /** Encrypts a text that can be opened with the same key, for the same whom and what only. */
  public byte[] seal(byte[] key, Id of, String field, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, bound(of, field), plain);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(REVISION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The text from what {@link #seal} made.
   *
   * @throws IllegalStateException when it was altered, moved from another person or field, or
   *     sealed under another key
   */
  public byte[] open(byte[] key, Id of, String field, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte revision = sealed.length > 1 + NONCE ? buffer.get() : 0;
    if (revision != REVISION) {
      throw new IllegalStateException(
          "the vault's " + field + " of " + of + " has the unknown revision " + revision);
    }
    byte[] nonce = new byte[NONCE];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return apply(Cipher.DECRYPT_MODE, key, nonce, bound(of, field), rest);
  }

  /** A keyed hash by which a value can be looked up, and told from nothing without the key. */
  public byte[] index(String field, String value) {
    return MasterKey.hmac(indexKey, (field + '\u001f' + value).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bound(Id of, String field) {
    return ("uitrol\u001f" + REVISION + '\u001f' + field + '\u001f' + of)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] apply(int mode, byte[] key, byte[] nonce, byte[] bound, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound);
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a text of the vault was altered, moved or sealed under another master key", e);
    }
  }
}
