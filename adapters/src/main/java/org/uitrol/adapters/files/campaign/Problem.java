package org.uitrol.adapters.files.campaign;

/**
 * A mistake in a campaign file, or something that may be one.
 *
 * @param file as the user knows it
 * @param line counted from 1
 * @param column in characters, counted from 1
 * @param path of keys, for instance {@code stages[1].gate.needs[0]}; blank for the whole file
 * @param message what is wrong and what is allowed, in English
 */
public record Problem(String file, int line, int column, String path, String message) {

  @Override
  public String toString() {
    String where = file + ":" + line + ":" + column + ": ";
    return where + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
