package org.uitrol.adapters.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.uitrol.adapters.persistence.directory.MasterKey;

/** Says of a text that it was written here: HMAC with SHA-256 under a key for one purpose. */
final class Seal {

  private static final String HMAC = "HmacSHA256";

  private final byte[] key;

  /**
   * @param purpose names the purpose and its revision; permanent
   */
  Seal(MasterKey master, String purpose) {
    this.key = master.derive(purpose);
  }

  byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
