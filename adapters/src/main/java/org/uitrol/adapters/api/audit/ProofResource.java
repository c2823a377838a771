package org.uitrol.adapters.api.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.ProofMaker;
import org.uitrol.domain.shared.Rejected;

/**
 * Checkpoints of the history, and proofs by them, as files that can be checked without a server.
 */
@RestController
class ProofResource {

  private final MadeCheckpoints made;
  private final ProofMaker proofs;

  ProofResource(MadeCheckpoints made, ProofMaker proofs) {
    this.made = made;
    this.proofs = proofs;
  }

  @GetMapping("/api/v1/checkpoints")
  ResponseEntity<byte[]> checkpoints() {
    return answer(ProofJson.write(made.all()));
  }

  @GetMapping("/api/v1/checkpoints/{number}")
  ResponseEntity<byte[]> checkpoint(@PathVariable int number) {
    return made.find(number)
        .map(ProofJson::write)
        .map(ProofResource::answer)
        .orElseThrow(() -> new Rejected("UNKNOWN_CHECKPOINT", Map.of("number", number)));
  }

  /** That a checkpoint follows from an earlier one. */
  @GetMapping("/api/v1/checkpoints/{number}/since/{earlier}")
  ResponseEntity<byte[]> consistency(@PathVariable int number, @PathVariable int earlier) {
    return proofs
        .consistency(earlier, number)
        .map(ProofJson::write)
        .map(ProofResource::answer)
        .orElseThrow(() -> new Rejected("UNKNOWN_CHECKPOINT", Map.of("number", earlier)));
  }

  /**
   * That an event is in the history.
   *
   * @param checkpoint by which one; the first that holds the event when it isn't said
   */
  @GetMapping("/api/v1/history/proofs/{position}")
  ResponseEntity<byte[]> inclusion(
      @PathVariable long position, @RequestParam(required = false) @Nullable Integer checkpoint) {
    return proofs
        .inclusion(position, checkpoint)
        .map(ProofJson::write)
        .map(ProofResource::answer)
        .orElseThrow(() -> new Rejected("UNKNOWN_EVENT", Map.of("position", position)));
  }

  private static ResponseEntity<byte[]> answer(String json) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.getBytes(StandardCharsets.UTF_8));
  }
}
