package org.uitrol.adapters.mail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Attachment;
import org.uitrol.application.communication.port.InlineImage;

/** Reads the logo that stands above each mail. */
final class MailLogo {

  /** Each mail carries it, so it is small. */
  private static final int MOST_BYTES = 100 * 1024;

  private static final int MOST_WIDTH = 2_000;
  private static final int SHOWN_WIDTH = 200;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

  private MailLogo() {}

  /**
   * Reads a file.
   *
   * @throws IllegalStateException if it can't be the logo of mails; says why
   */
  static InlineImage read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unusable(file, "it has more than 100 KB, and each mail carries it");
      }
      byte[] bytes = Files.readAllBytes(file);
      String type = startsWith(bytes, PNG) ? "png" : startsWith(bytes, JPEG) ? "jpeg" : null;
      if (type == null) {
        throw unusable(file, "it is no PNG and no JPEG, which all mail programs show");
      }
      @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      if (image == null || image.getWidth() > MOST_WIDTH) {
        throw unusable(file, "it can't be read, or is wider than 2000 pixels");
      }
      return new InlineImage(
          "logo@uitrol",
          new Attachment("logo." + type, "image/" + type, bytes),
          Math.min(SHOWN_WIDTH, image.getWidth()));
    } catch (IOException e) {
      throw unusable(file, "it can't be read: " + e.getMessage());
    }
  }

  private static IllegalStateException unusable(Path file, String why) {
    return new IllegalStateException("uitrol.mail.logo, " + file + ": " + why);
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
