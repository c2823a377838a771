package org.uitrol.application.directory;

import java.util.Locale;

/** How employee numbers are compared: without white space at the ends, in upper case. */
public final class EmployeeNumber {

  private EmployeeNumber() {}

  /** The spelling by which numbers are compared; leading zeros count. */
  public static String comparable(String number) {
    return number.strip().toUpperCase(Locale.ROOT);
  }
}
