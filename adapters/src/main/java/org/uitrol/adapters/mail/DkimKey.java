package org.uitrol.adapters.mail;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the private RSA key of a signature as OpenSSL writes it (PEM). */
final class DkimKey {

  /** RFC 8301, section 3.2. */
  private static final int FEWEST_BITS = 1024;

  private static final String HINT = "; make one with `openssl genrsa 2048`";

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----");

  /** What stands before a PKCS #1 key in a PKCS #8 one: version 0, rsaEncryption (RFC 5208). */
  private static final byte[] RSA_ENCRYPTION =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private DkimKey() {}

  /**
   * @throws IllegalArgumentException if it is no such key; the text holds nothing of it
   */
  static RSAPrivateKey of(String pem) {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.find()) {
      throw new IllegalArgumentException("this is no private key in PEM" + HINT);
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
      byte[] encoded = matcher.group(1) == null ? der : pkcs8(der);
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= FEWEST_BITS) {
        return rsa;
      }
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // Its message may hold something of the key.
      throw new IllegalArgumentException("this private key can't be read" + HINT);
    }
    throw new IllegalArgumentException("this key has fewer than " + FEWEST_BITS + " bits" + HINT);
  }

  private static byte[] pkcs8(byte[] pkcs1) {
    byte[] key = element((byte) 0x04, pkcs1);
    byte[] content = new byte[RSA_ENCRYPTION.length + key.length];
    System.arraycopy(RSA_ENCRYPTION, 0, content, 0, RSA_ENCRYPTION.length);
    System.arraycopy(key, 0, content, RSA_ENCRYPTION.length, key.length);
    return element((byte) 0x30, content);
  }

  /** One DER element, whose length is written in two bytes. */
  private static byte[] element(byte tag, byte[] content) {
    byte[] element = new byte[content.length + 4];
    element[0] = tag;
    element[1] = (byte) 0x82;
    element[2] = (byte) (content.length >> 8);
    element[3] = (byte) content.length;
    System.arraycopy(content, 0, element, 4, content.length);
    return element;
  }
}
