package org.uitrol.adapters.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;

/**
 * What whoever checks has from elsewhere and believes.
 *
 * @param keys fingerprints of keys
 * @param checkpoints that were handed out earlier
 */
public record Trusted(Set<Hash> keys, List<SignedCheckpoint> checkpoints) {

  /** Nothing: then it is only seen whether all fits together. */
  public static final Trusted NOTHING = new Trusted(Set.of(), List.of());

  public Trusted {
    keys = Set.copyOf(keys);
    checkpoints = List.copyOf(checkpoints);
  }

  /** All keys that count; none when any does. */
  Set<Hash> allKeys() {
    Set<Hash> all = new HashSet<>(keys);
    checkpoints.forEach(one -> all.add(one.checkpoint().key()));
    return all;
  }

  /** Whether a checkpoint is signed, and by a key that counts. */
  boolean accepts(SignedCheckpoint signed) {
    Set<Hash> all = allKeys();
    return (all.isEmpty() || all.contains(signed.checkpoint().key())) && Ed25519.isSigned(signed);
  }
}
