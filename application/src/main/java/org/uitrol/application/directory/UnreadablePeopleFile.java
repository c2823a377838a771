package org.uitrol.application.directory;

/** A people file that can't be read, or not to its end. Nothing of it is imported. */
public final class UnreadablePeopleFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final String code;

  /**
   * @param line where the trouble starts, counted from 1; 0 when the whole file is meant
   * @param code stable, upper-case words joined by underscores
   * @param reason in English, with the accepted alternatives where there are any
   */
  public UnreadablePeopleFile(long line, String code, String reason) {
    super(line > 0 ? "line " + line + ": " + reason : reason);
    this.line = line;
    this.code = code;
  }

  /** Where the trouble starts, counted from 1; 0 when the whole file is meant. */
  public long line() {
    return line;
  }

  /** Stable, upper-case words joined by underscores. */
  public String code() {
    return code;
  }
}
