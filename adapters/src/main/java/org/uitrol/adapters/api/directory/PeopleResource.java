package org.uitrol.adapters.api.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;

/** Takes a people file over, or tells what it would change. */
@RestController
class PeopleResource {

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
      @RequestBody byte[] table,
      @AuthenticationPrincipal ConsoleUser user) {
    PeopleFile file = PeopleFile.of(table);
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
