package org.uitrol.adapters.api.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.erasure.ErasureCertificates;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.erasure.ErasurePreview;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Erases people for other programs, by the rules of the page: who asks can't agree. */
@RestController
class ErasureResource {

  private final Erasures erasures;
  private final ErasureCertificates certificates;

  ErasureResource(Erasures erasures, ErasureCertificates certificates) {
    this.erasures = erasures;
    this.certificates = certificates;
  }

  /** How far an erasure is, and what is held while it isn't decided. */
  @GetMapping("/api/v1/people/{person}/erasure")
  ResponseEntity<byte[]> howFar(@PathVariable PersonId person) {
    Optional<Erasure> erasure = erasures.find(person);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("person", person.value());
    document.put("state", erasure.map(Erasure::status).orElse(null));
    document.put("expiresAt", erasure.map(Erasure::expiresAt).orElse(null));
    document.put("done", erasure.map(Erasure::done).orElse(null));
    boolean decided =
        erasure
            .map(Erasure::status)
            .filter(status -> status == Status.APPROVED || status == Status.ERASED)
            .isPresent();
    if (decided) {
      document.put("destroyed", erasure.map(Erasure::destroyed).orElse(null));
    } else {
      ErasurePreview preview = erasures.preview(person);
      document.put("held", preview.held());
      document.put("events", preview.events());
      document.put("obstacles", preview.obstacles());
    }
    return Documents.of(document);
  }

  /** Asks for it. */
  @PostMapping("/api/v1/people/{person}/erasure")
  ResponseEntity<byte[]> request(
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "ASKED") ErasureGround ground,
      @AuthenticationPrincipal ConsoleUser user) {
    if (ground == ErasureGround.LEFT_LONG_AGO) {
      throw new Rejected("ERASURE_GROUND");
    }
    erasures.request(person, ground, user.id(), user.person());
    return howFar(person);
  }

  /** Agrees, with the token of somebody else. */
  @PostMapping("/api/v1/people/{person}/erasure/approve")
  ResponseEntity<byte[]> approve(
      @PathVariable PersonId person, @AuthenticationPrincipal ConsoleUser user) {
    erasures.approve(person, user.id(), user.person());
    return howFar(person);
  }

  /** What says so, once it is carried out. */
  @GetMapping("/api/v1/people/{person}/erasure/certificate")
  ResponseEntity<byte[]> certificate(@PathVariable PersonId person) {
    Erasure erasure =
        erasures
            .find(person)
            .filter(one -> one.status() == Status.ERASED)
            .orElseThrow(() -> new Rejected("PERSON_NOT_ERASED", Map.of("person", person.value())));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(certificates.of(erasure));
  }
}
