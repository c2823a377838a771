package org.uitrol.application.erasure.port;

import java.time.Instant;
import java.util.List;
import org.uitrol.domain.shared.PersonId;

/**
 * Who was erased, kept apart from the database, so that a database that is restored can be told.
 * Holds ids and marks only. What it takes is safe when the call returns. Safe for many threads.
 */
public interface ErasureList {

  /** Adds an erasure; the same again changes nothing. */
  void add(Entry entry);

  /** Notes that a person may come in again. */
  void readmitted(PersonId person, Instant at);

  /**
   * All, the earliest first.
   *
   * @throws IllegalStateException if the list was altered or can't be read
   */
  List<Entry> all();

  /**
   * Somebody who was erased.
   *
   * @param number which erasure of that person
   * @param marks as {@link ErasedPeople} makes them; none of somebody who may come in again
   */
  record Entry(PersonId person, int number, Instant at, List<String> marks) {

    public Entry {
      marks = List.copyOf(marks);
    }
  }
}
