package org.uitrol.domain.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What the history was at one moment, in a few lines: whoever has kept them can tell whether
 * anything up to there was altered since.
 *
 * @param number counted from 1
 * @param size how many events there were
 * @param position of the last of them
 * @param root of the Merkle tree over their hashes
 * @param head the hash of the last of them
 * @param previous the digest of the checkpoint before it, {@link Hash#NONE} for the first
 * @param key the fingerprint of the key by which it is signed: the hash of its encoding (RFC 8410)
 */
public record Checkpoint(
    int number,
    long size,
    long position,
    Hash root,
    Hash head,
    Instant at,
    Hash previous,
    Hash key) {

  /** The format of a checkpoint, with which its text begins; permanent. */
  public static final String FORMAT = "uitrol-checkpoint-1";

  public Checkpoint {
    if (number < 1 || size < 1 || position < 1) {
      throw new IllegalArgumentException("a checkpoint is over one event or more");
    }
  }

  /** What is signed, as bytes of ASCII. */
  public byte[] signed() {
    return text().getBytes(StandardCharsets.US_ASCII);
  }

  /** What is signed: lines that end with a line feed. */
  public String text() {
    return FORMAT
        + "\nnumber "
        + number
        + "\nsize "
        + size
        + "\nposition "
        + position
        + "\nroot "
        + root
        + "\nhead "
        + head
        + "\nat "
        + at
        + "\nprevious "
        + previous
        + "\nkey "
        + key
        + "\n";
  }

  /** By which the next checkpoint names this one. */
  public Hash digest() {
    return Hash.over(signed());
  }
}
