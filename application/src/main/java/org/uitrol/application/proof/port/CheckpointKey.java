package org.uitrol.application.proof.port;

import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;

/** The key by which checkpoints are signed. Safe for many threads. */
public interface CheckpointKey {

  /** By what the key is known: the hash of the public key. */
  Hash fingerprint();

  /** What others check signatures by (RFC 8410, DER), in Base64. */
  String publicKey();

  /** Signs a checkpoint that names this key. */
  SignedCheckpoint sign(Checkpoint checkpoint);

  /** Whether the signature is right, and by this key or one that was used before it. */
  boolean hasSigned(SignedCheckpoint signed);
}
