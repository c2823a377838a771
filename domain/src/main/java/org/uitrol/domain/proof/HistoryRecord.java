package org.uitrol.domain.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * An event exactly as it is stored. Nothing of it is interpreted: times, revisions, metadata and
 * payload are the very texts of the store, since a single space more makes another hash.
 *
 * @param position its place in the whole history; grows, with holes
 * @param stream whose event it is
 * @param sequence its number within the stream
 * @param kind which kind of stream that is, where it is said
 * @param id its identifier
 */
public record HistoryRecord(
    long position,
    String stream,
    long sequence,
    @Nullable String kind,
    String name,
    String revision,
    String id,
    String time,
    String metadata,
    String payload) {

  /** The format of the chain, which every hash begins with; permanent. */
  public static final String FORMAT = "uitrol-chain-v1";

  private static final byte[] TAG = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ABSENT = {-1, -1, -1, -1};

  /**
   * The hash of this event behind another one.
   *
   * @param previous the hash of the event before it, {@link Hash#NONE} for the first
   * @throws IllegalArgumentException if a text can't be written in UTF-8; no database holds such
   */
  public Hash hash(Hash previous) {
    MessageDigest digest = Hash.sha256();
    digest.update(TAG);
    digest.update(previous.bytes());
    number(digest, position);
    field(digest, stream);
    number(digest, sequence);
    field(digest, kind);
    field(digest, name);
    field(digest, revision);
    field(digest, id);
    field(digest, time);
    field(digest, metadata);
    field(digest, payload);
    return Hash.finished(digest);
  }

  private static void number(MessageDigest digest, long number) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      digest.update((byte) (number >>> shift));
    }
  }

  private static void field(MessageDigest digest, @Nullable String text) {
    if (text == null) {
      digest.update(ABSENT);
      return;
    }
    byte[] bytes = utf8(text);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  /** Half a character would be written as a question mark, and so pass for one. */
  private static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw new IllegalArgumentException("half a character");
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
