package org.uitrol.application.audit.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;

/** Keeps who was shown personal data of whom. Nothing in it is ever changed. */
public interface AccessLog {

  /** How many people are kept of one access; a list of all employees names no more. */
  int MOST_PEOPLE = 1_000;

  /**
   * What somebody asks for; null is anything.
   *
   * @param before only before this number, as {@link Kept#number} says it
   */
  record Asked(@Nullable PersonId person, @Nullable AccountId account, @Nullable Long before) {}

  /** One that is kept, with its number. */
  record Kept(long number, DataAccess access) {}

  /** Notes one. */
  void add(DataAccess access);

  /** The latest first. */
  List<Kept> list(Asked asked, int most);

  /** Removes those from before a moment; tells how many they were. */
  int forgetBefore(Instant before);
}
