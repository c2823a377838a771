package org.uitrol.adapters.shared;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that is signed as Standard Webhooks 1.0 says, whichever way it goes. */
public final class SignedMessage {

  /** The headers of a signed message. */
  public static final String ID = "webhook-id";

  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  /** How far the moment of a message may be from ours. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final int LONGEST_ID = 255;
  private static final int MOST_SIGNATURES = 20;

  private SignedMessage() {}

  /** What a signature proves. */
  public enum Verdict {
    GOOD,
    /** A header isn't there, or can't be read. */
    UNSIGNED,
    /** It was sent too long ago, or is to be sent yet. */
    OUT_OF_TIME,
    /** Whoever sent it doesn't know the secret, or it was changed on its way. */
    FORGED
  }

  /** One signature by each secret, as they stand in the header. */
  public static String sign(List<byte[]> secrets, String message, Instant at, byte[] body) {
    List<String> all = new ArrayList<>();
    for (byte[] secret : secrets) {
      all.add(sign(secret, message, at.getEpochSecond(), body));
    }
    return String.join(" ", all);
  }

  /**
   * Whether a message that came in is what whoever knows the secret sent. Comparing takes as long
   * whatever differs.
   *
   * @param now by the real clock
   */
  public static Verdict verify(
      byte[] secret,
      @Nullable String message,
      @Nullable String timestamp,
      @Nullable String signature,
      byte[] body,
      Instant now) {
    if (message == null
        || message.isBlank()
        || message.length() > LONGEST_ID
        || timestamp == null
        || !timestamp.matches("\\d{1,12}")
        || signature == null) {
      return Verdict.UNSIGNED;
    }
    long seconds = Long.parseLong(timestamp);
    String expected = sign(secret, message, seconds, body);
    boolean matches = false;
    for (String one : signature.strip().split(" ", MOST_SIGNATURES)) {
      matches |= isSame(one, expected);
    }
    if (!matches) {
      return Verdict.FORGED;
    }
    return isNear(seconds, now) ? Verdict.GOOD : Verdict.OUT_OF_TIME;
  }

  private static boolean isNear(long seconds, Instant now) {
    try {
      Duration apart = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
      return apart.compareTo(TOLERANCE) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(byte[] secret, String message, long seconds, byte[] body) {
    try {
      return new Webhook(secret).sign(message, seconds, new String(body, StandardCharsets.UTF_8));
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("a message can't be signed", e);
    }
  }
}
