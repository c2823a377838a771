package org.uitrol.application.communication.port;

/**
 * Why a mail text can't be used.
 *
 * @param part where the problem is
 * @param line the line in that part, from 1
 * @param message what is wrong and what is allowed, in English
 */
public record TextProblem(Part part, int line, String message) {

  /** A part of a mail text. */
  public enum Part {
    SUBJECT,
    BODY
  }

  @Override
  public String toString() {
    return (part == Part.SUBJECT ? "subject" : "body") + ", line " + line + ": " + message;
  }
}
