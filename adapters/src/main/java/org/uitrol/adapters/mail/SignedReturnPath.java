package org.uitrol.adapters.mail;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.ReturnPath;
import org.uitrol.domain.shared.DispatchId;

/**
 * An address of its own for the reports about each mail (VERP), {@code bounces+token@domain}: the
 * mail's id and the first half of its signature, in letters and digits of one case, since servers
 * change the case of addresses.
 */
final class SignedReturnPath implements ReturnPath {

  private static final String HMAC = "HmacSHA256";
  private static final int ID = 16;
  private static final int SIGNATURE = 10;
  private static final int RADIX = 32;
  private static final int LONGEST_TOKEN = 42;

  /** RFC 5321, section 4.5.3.1.1. */
  private static final int LONGEST_LOCAL_PART = 64;

  private final MailAddress shared;
  private final byte[] key;

  /**
   * @param shared whose mailbox takes mail to its address with a plus and more before the {@code @}
   * @param key for this purpose alone
   */
  SignedReturnPath(MailAddress shared, byte[] key) {
    this.shared = shared;
    this.key = key.clone();
  }

  @Override
  public MailAddress address() {
    return shared;
  }

  @Override
  public MailAddress of(DispatchId dispatch) {
    return id(dispatch.value())
        .map(id -> shared.localPart() + "+" + token(id))
        .filter(local -> local.length() <= LONGEST_LOCAL_PART)
        .map(local -> MailAddress.of(local + "@" + shared.domain()))
        .orElse(shared);
  }

  @Override
  public Optional<DispatchId> dispatch(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    String start = shared.localPart().toLowerCase(Locale.ROOT) + "+";
    String end = "@" + shared.domain();
    if (!lower.startsWith(start) || !lower.endsWith(end)) {
      return Optional.empty();
    }
    String token =
        lower.substring(start.length(), Math.max(start.length(), lower.length() - end.length()));
    if (token.length() > LONGEST_TOKEN || !token.matches("[0-9a-v]+")) {
      return Optional.empty();
    }
    byte[] bytes = bytes(new BigInteger(token, RADIX));
    byte[] id = Arrays.copyOf(bytes, ID);
    boolean genuine =
        MessageDigest.isEqual(sign(id), Arrays.copyOfRange(bytes, ID, ID + SIGNATURE));
    ByteBuffer halves = ByteBuffer.wrap(id);
    return genuine
        ? Optional.of(new DispatchId(new UUID(halves.getLong(), halves.getLong()).toString()))
        : Optional.empty();
  }

  private String token(byte[] id) {
    byte[] all = ByteBuffer.allocate(ID + SIGNATURE).put(id).put(sign(id)).array();
    return new BigInteger(1, all).toString(RADIX);
  }

  /** Its last bytes, with zeros before them when it has fewer. */
  private static byte[] bytes(BigInteger number) {
    byte[] some = number.toByteArray();
    byte[] all = new byte[ID + SIGNATURE];
    int length = Math.min(some.length, all.length);
    System.arraycopy(some, some.length - length, all, all.length - length, length);
    return all;
  }

  /** Only of an id that is written in the usual way: it has to come out as it went in. */
  private static Optional<byte[]> id(String value) {
    try {
      UUID id = UUID.fromString(value);
      return id.toString().equals(value)
          ? Optional.of(
              ByteBuffer.allocate(ID)
                  .putLong(id.getMostSignificantBits())
                  .putLong(id.getLeastSignificantBits())
                  .array())
          : Optional.empty();
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }

  private byte[] sign(byte[] id) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update("return path".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(mac.doFinal(id), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
