package org.uitrol.adapters.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.persistence.hold.Epochs.Present;

/**
 * What is known of a database outside of it.
 *
 * @param database its identifier
 * @param next the identifier that it is about to have, after a hold; else null
 * @param number at least this far it has come
 * @param movedAt when it had come that far, by the database's clock
 * @param place where it was; empty when that isn't known
 * @param position of an event that it holds; 0 for none
 * @param hash of the chain at that event
 */
record EpochMark(
    String database,
    @Nullable String next,
    long number,
    Instant movedAt,
    String place,
    long position,
    String hash) {

  static EpochMark of(String database, Present present) {
    return new EpochMark(
        database,
        null,
        present.number(),
        present.movedAt(),
        present.place(),
        present.position(),
        present.hash());
  }

  EpochMark becoming(String other) {
    return new EpochMark(database, other, number, movedAt, place, position, hash);
  }

  EpochMark movedTo(long further, Instant at) {
    return new EpochMark(database, null, further, at, place, position, hash);
  }
}
