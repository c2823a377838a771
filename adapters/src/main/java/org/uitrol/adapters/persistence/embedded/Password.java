package org.uitrol.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the embedded database: made once, readable by its owner only. */
final class Password {

  private static final int BYTES = 32;

  private Password() {}

  static String in(Path home) throws IOException {
    Path file = home.resolve("database.password");
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Path draft =
          Files.createTempFile(
              home,
              "password",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
      Files.move(draft, file);
    }
    return EmbeddedServer.firstLine(file);
  }
}
