package org.uitrol.application.communication.port;

import java.util.regex.Pattern;

/** A file that goes along with a mail. */
public final class Attachment {

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");

  /** Encoded (RFC 2231), a longer name can make a header line that servers cut. */
  private static final int LONGEST_NAME = 100;

  private final String fileName;
  private final String mediaType;
  private final byte[] content;

  /**
   * @param fileName at most 100 characters in any script, no path
   * @param mediaType for instance {@code application/pdf}, without parameters
   */
  public Attachment(String fileName, String mediaType, byte[] content) {
    if (fileName.isBlank()
        || fileName.length() > LONGEST_NAME
        || fileName.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '/' || c == '\\')) {
      throw new IllegalArgumentException(
          "a file name has 1 to 100 characters, no path and no control characters");
    }
    if (!MEDIA_TYPE.matcher(mediaType).matches()) {
      throw new IllegalArgumentException("'" + mediaType + "' is no media type");
    }
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.content = content.clone();
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  /** A copy of the bytes. */
  public byte[] content() {
    return content.clone();
  }
}
