package org.uitrol.application.directory;

/**
 * What a people file means for the people who are known.
 *
 * @param added people who weren't known
 * @param changed people about whom the file tells something else
 * @param unchanged people about whom the file tells nothing new
 * @param refused rows that are left out
 * @param absent people who are known and work here but of whom the file has no row that is
 *     accepted; nothing happens to them
 */
public record ImportCounts(int added, int changed, int unchanged, int refused, int absent) {

  /** How many people the file tells something new about. */
  public int news() {
    return added + changed;
  }
}
