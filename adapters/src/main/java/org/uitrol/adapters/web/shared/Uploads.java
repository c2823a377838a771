package org.uitrol.adapters.web.shared;

import java.io.IOException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Files that are read into memory; only a people file may be longer. */
public final class Uploads {

  private static final long LONGEST = 20L * 1024 * 1024;

  private Uploads() {}

  /**
   * The whole file.
   *
   * @throws MaxUploadSizeExceededException when it is too long for memory
   */
  public static byte[] bytes(MultipartFile file) throws IOException {
    if (file.getSize() > LONGEST) {
      throw new MaxUploadSizeExceededException(LONGEST);
    }
    return file.getBytes();
  }
}
