package org.uitrol.adapters.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;

/** Signatures with Ed25519 (RFC 8032) by keys as RFC 8410 writes them. */
public final class Ed25519 {

  static final String ALGORITHM = "Ed25519";

  private static final String PUBLIC = "PUBLIC KEY";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  private Ed25519() {}

  /**
   * By what a key is known.
   *
   * @param publicKey DER, in Base64
   */
  public static Hash fingerprint(String publicKey) {
    return Hash.over(Base64.getDecoder().decode(publicKey));
  }

  /** Whether a checkpoint is signed by the key that it names; not whether that key counts. */
  public static boolean isSigned(SignedCheckpoint signed) {
    try {
      byte[] encoded = Base64.getDecoder().decode(signed.publicKey());
      if (!Hash.over(encoded).equals(signed.checkpoint().key())) {
        return false;
      }
      PublicKey key =
          KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(signed.checkpoint().signed());
      return signature.verify(Base64.getDecoder().decode(signed.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** A public key as a file (RFC 7468). */
  public static String pem(String publicKey) {
    return "-----BEGIN " + PUBLIC + "-----\n" + publicKey + "\n-----END " + PUBLIC + "-----\n";
  }

  /**
   * The public key that a file holds, DER in Base64.
   *
   * @throws IllegalArgumentException when it holds none
   */
  public static String publicKey(Path file) {
    return read(file, PUBLIC);
  }

  /** What a file holds between lines that say what it is. */
  static String read(Path file, String what) {
    try {
      Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      if (!pem.find() || !pem.group(1).equals(what)) {
        throw new IllegalArgumentException(file + " holds no " + what);
      }
      return pem.group(2).replaceAll("\\s+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
