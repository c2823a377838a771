package org.uitrol.adapters.mail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.uitrol.application.communication.port.MailWriter;

/** Mails in the look of an organisation that has one. */
public final class WriterWithLogo {

  private WriterWithLogo() {}

  /**
   * Makes the logo too.
   *
   * @param folder where to
   */
  public static MailWriter in(Path folder) {
    Path file = folder.resolve("logo.png");
    try {
      ImageIO.write(new BufferedImage(320, 80, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MarkdownMailWriter(
        new MailSettings("Gemeente Veldbeek", null, null, null, null, false, "#7a1d3f", file)
            .look());
  }
}
