package org.uitrol.adapters.api.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.UnreadablePeopleFile;

/** Takes a people file over, or tells what it would change. */
@RestController
class PeopleResource {

  private static final long LONGEST = 512L * 1024 * 1024;

  private final PeopleImport people;

  PeopleResource(PeopleImport people) {
    this.people = people;
  }

  /**
   * Takes a file.
   *
   * @param preview whether nothing is to be changed
   * @param hash that a preview told, to be sure that it is the same file; may be left out
   */
  @PostMapping(path = "/api/v1/people/import", consumes = "text/csv")
  ResponseEntity<byte[]> take(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(required = false) @Nullable String hash,
      InputStream table,
      @AuthenticationPrincipal ConsoleUser user)
      throws IOException {
    Path kept = Files.createTempFile("uitrol-people-", ".csv");
    try {
      try (OutputStream out = Files.newOutputStream(kept)) {
        copy(table, out);
      }
      return answer(preview, hash, PeopleFile.of(kept), user);
    } finally {
      Files.deleteIfExists(kept);
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    long length = 0;
    for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      length += read;
      if (length > LONGEST) {
        throw new UnreadablePeopleFile(
            0, "FILE_TOO_LONG", "a people file has at most " + LONGEST + " bytes");
      }
      to.write(chunk, 0, read);
    }
  }

  private ResponseEntity<byte[]> answer(
      boolean preview, @Nullable String hash, PeopleFile file, ConsoleUser user) {
    ImportReport report =
        preview
            ? people.preview(file)
            : people.apply(file, hash == null ? file.hash() : hash, user.actor(), (done, of) -> {});
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("preview", preview);
    document.put("report", report);
    return Documents.of(document);
  }
}
