package org.uitrol.application.communication.port;

/**
 * A picture that goes along with a mail and is shown in it, so that nothing has to be fetched and
 * nobody learns that the mail was opened.
 */
public final class InlineImage {

  private final String id;
  private final Attachment file;
  private final int width;

  /**
   * Takes a picture.
   *
   * @param id by what the HTML names it, as {@code cid:<id>} (RFC 2392); letters, digits, {@code .
   *     - @}
   * @param width in pixels, as it is to be shown
   */
  public InlineImage(String id, Attachment file, int width) {
    if (!id.matches("[A-Za-z0-9.@-]{1,100}")) {
      throw new IllegalArgumentException("'" + id + "' can't identify a picture");
    }
    if (width < 1) {
      throw new IllegalArgumentException("a picture has a width");
    }
    this.id = id;
    this.file = file;
    this.width = width;
  }

  public String id() {
    return id;
  }

  public Attachment file() {
    return file;
  }

  public int width() {
    return width;
  }
}
