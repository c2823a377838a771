package org.uitrol.adapters.api.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.people.RunningImports;
import org.uitrol.adapters.people.SealedUpload;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PeopleImport.Waiting;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.domain.shared.Rejected;

/** Takes a people file over, or tells what it would change. */
@RestController
class PeopleResource {

  private final PeopleImport people;
  private final RunningImports imports;

  PeopleResource(PeopleImport people, RunningImports imports) {
    this.people = people;
    this.imports = imports;
  }

  /**
   * Takes a file.
   *
   * @param preview whether nothing is to be changed
   * @param keep whether to keep what was looked at for an hour, to apply it without sending it
   *     again
   * @param hash that a preview told, to be sure that it is the same file; may be left out
   */
  @PostMapping(path = "/api/v1/people/import", consumes = "text/csv")
  ResponseEntity<byte[]> take(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "false") boolean keep,
      @RequestParam(required = false) @Nullable String hash,
      InputStream table,
      @AuthenticationPrincipal ConsoleUser user)
      throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("preview", preview);
    if (preview) {
      Waiting waiting = look(table, keep);
      if (keep) {
        document.put("stage", waiting.stage());
      }
      document.put("report", waiting.report());
    } else {
      document.put("report", apply(table, hash, user));
    }
    return Documents.of(document);
  }

  private Waiting look(InputStream table, boolean keep) throws IOException {
    try (SealedUpload upload = SealedUpload.of(table)) {
      Waiting waiting = people.look(PeopleFile.of(upload));
      if (!keep) {
        people.forget(waiting.stage());
      }
      return waiting;
    }
  }

  /** The file is gone from the disk before its first person comes. */
  private ImportReport apply(InputStream table, @Nullable String hash, ConsoleUser user)
      throws IOException {
    StageId stage;
    String told;
    try (SealedUpload upload = SealedUpload.of(table)) {
      PeopleFile file = PeopleFile.of(upload);
      told = hash == null ? file.hash() : hash;
      stage = people.read(file);
    }
    return people.begin(stage, told, user.actor()).run((done, of) -> {});
  }

  /** Begins to apply what a preview kept. */
  @PostMapping("/api/v1/people/import/{stage}/apply")
  ResponseEntity<byte[]> begin(
      @PathVariable StageId stage,
      @RequestParam String hash,
      @AuthenticationPrincipal ConsoleUser user) {
    return howFar(imports.start(stage, hash, user.actor()));
  }

  /** How far an import is. */
  @GetMapping("/api/v1/people/imports/{number}")
  ResponseEntity<byte[]> howFar(@PathVariable long number) {
    PastImport past =
        imports
            .find(number)
            .orElseThrow(() -> new Rejected("UNKNOWN_IMPORT", Map.of("number", number)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("import", number);
    document.put("state", imports.state(past));
    document.put("percent", past.percent());
    document.put("done", past.done());
    document.put("people", past.people());
    document.put("counts", past.counts());
    return Documents.of(document);
  }

  /** Asks an import to stop before it goes on with more people. */
  @PostMapping("/api/v1/people/imports/{number}/stop")
  ResponseEntity<byte[]> stop(@PathVariable long number) {
    imports.askToStop(number);
    return howFar(number);
  }
}
