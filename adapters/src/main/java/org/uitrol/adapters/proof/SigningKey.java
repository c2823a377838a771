package org.uitrol.adapters.proof;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.uitrol.application.proof.port.CheckpointKey;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;

/** The key by which checkpoints are signed. Its text form shows nothing. */
final class SigningKey implements CheckpointKey {

  private final KeyPair pair;
  private final String publicKey;
  private final Hash fingerprint;
  private final Set<Hash> own;

  private SigningKey(KeyPair pair, Set<Hash> former) {
    this.pair = pair;
    this.publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    this.fingerprint = Ed25519.fingerprint(publicKey);
    Set<Hash> all = new HashSet<>(former);
    all.add(fingerprint);
    this.own = Set.copyOf(all);
  }

  /**
   * The key that follows from a secret.
   *
   * @param former fingerprints of keys that were used before
   */
  static SigningKey of(byte[] secret, Set<Hash> former) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(Ed25519.ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new GivenSecret(secret));
      return new SigningKey(generator.generateKeyPair(), former);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /**
   * The key that a file holds, as {@code openssl genpkey -algorithm ed25519} writes it.
   *
   * @throws IllegalArgumentException when it holds none; the message doesn't show it
   */
  static SigningKey in(Path file, Set<Hash> former) {
    byte[] encoded = Base64.getDecoder().decode(Ed25519.read(file, "PRIVATE KEY"));
    try {
      EdECPrivateKey key =
          (EdECPrivateKey)
              KeyFactory.getInstance(Ed25519.ALGORITHM)
                  .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return of(key.getBytes().orElseThrow(), former);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " holds no private key for Ed25519", e);
    }
  }

  @Override
  public Hash fingerprint() {
    return fingerprint;
  }

  @Override
  public String publicKey() {
    return publicKey;
  }

  @Override
  public SignedCheckpoint sign(Checkpoint checkpoint) {
    if (!checkpoint.key().equals(fingerprint)) {
      throw new IllegalArgumentException("the checkpoint names another key");
    }
    try {
      Signature signature = Signature.getInstance(Ed25519.ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(checkpoint.signed());
      return new SignedCheckpoint(
          checkpoint, publicKey, Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("can't sign", e);
    }
  }

  @Override
  public boolean hasSigned(SignedCheckpoint signed) {
    return own.contains(signed.checkpoint().key()) && Ed25519.isSigned(signed);
  }

  @Override
  public String toString() {
    return "SigningKey[" + fingerprint + "]";
  }

  /** Gives the secret where a key pair would be drawn by lot. */
  private static final class GivenSecret extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] secret;

    GivenSecret(byte[] secret) {
      this.secret = secret.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != secret.length) {
        throw new IllegalStateException("a key of another length is drawn");
      }
      System.arraycopy(secret, 0, bytes, 0, bytes.length);
    }
  }
}
