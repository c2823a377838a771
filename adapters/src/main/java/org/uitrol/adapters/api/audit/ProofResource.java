package org.uitrol.adapters.api.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.ProofMaker;
import org.uitrol.domain.shared.Rejected;

/** Checkpoints of the history, and proofs by them, as files that can be checked without a server. */
@RestController
class ProofResource {

  private final MadeCheckpoints made;
  private final ProofMaker proofs;

  ProofResource(MadeCheckpoints made, ProofMaker proofs) {
    this.made = made;
    this.proofs = proofs;
  }

  @GetMapping(path = "/api/v1/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
  String checkpoints() {
    return ProofJson.write(made.all());
  }

  @GetMapping(path = "/api/v1/checkpoints/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  String checkpoint(@PathVariable int number) {
    return made.find(number)
        .map(ProofJson::write)
        .orElseThrow(() -> new Rejected("UNKNOWN_CHECKPOINT", Map.of("number", number)));
  }

  /** That a checkpoint follows from an earlier one. */
  @GetMapping(
      path = "/api/v1/checkpoints/{number}/since/{earlier}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  String consistency(@PathVariable int number, @PathVariable int earlier) {
    return proofs
        .consistency(earlier, number)
        .map(ProofJson::write)
        .orElseThrow(() -> new Rejected("UNKNOWN_CHECKPOINT", Map.of("number", earlier)));
  }

  /**
   * That an event is in the history.
   *
   * @param checkpoint by which one; the first that holds the event when it isn't said
   */
  @GetMapping(
      path = "/api/v1/history/proofs/{position}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  String inclusion(
      @PathVariable long position, @RequestParam(required = false) @Nullable Integer checkpoint) {
    return proofs
        .inclusion(position, checkpoint)
        .map(ProofJson::write)
        .orElseThrow(() -> new Rejected("UNKNOWN_EVENT", Map.of("position", position)));
  }
}
