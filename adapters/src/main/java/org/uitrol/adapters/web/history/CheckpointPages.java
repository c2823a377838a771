package org.uitrol.adapters.web.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.proof.Ed25519;
import org.uitrol.adapters.proof.ProofExport;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.ProofMaker;
import org.uitrol.application.proof.port.CheckpointKey;
import org.uitrol.application.proof.port.Handouts;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointRefused;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.shared.HistoryId;

/** Shows that the history is what it was, and hands out what is needed to check that elsewhere. */
@Controller
class CheckpointPages {

  private static final int SHOWN = 100;

  private final MadeCheckpoints made;
  private final ProofMaker proofs;
  private final ProofExport export;
  private final CheckpointKey key;
  private final CheckpointSchedule schedule;
  private final Handouts handouts;
  private final Trail trail;
  private final Orders orders;
  private final Words words;

  CheckpointPages(
      MadeCheckpoints made,
      ProofMaker proofs,
      ProofExport export,
      CheckpointKey key,
      CheckpointSchedule schedule,
      Handouts handouts,
      Trail trail,
      Orders orders,
      Words words) {
    this.made = made;
    this.proofs = proofs;
    this.export = export;
    this.key = key;
    this.schedule = schedule;
    this.handouts = handouts;
    this.trail = trail;
    this.orders = orders;
    this.words = words;
  }

  /**
   * A checkpoint as it is shown.
   *
   * @param earlier the number of the one before it, where there is one
   * @param receivers how many are to have it
   * @param handedOut how many have it
   */
  record Shown(
      CheckpointSigned checkpoint, @Nullable Integer earlier, long receivers, long handedOut) {}

  @GetMapping("/history/checkpoints")
  String checkpoints(@AuthenticationPrincipal ConsoleUser user, Model model) {
    List<CheckpointEvent> events = made.events();
    List<CheckpointSigned> signed =
        events.stream()
            .filter(CheckpointSigned.class::isInstance)
            .map(CheckpointSigned.class::cast)
            .toList();
    model.addAttribute("checkpoints", shown(signed));
    model.addAttribute("total", signed.size());
    model.addAttribute("latest", latest(events, CheckpointSigned.class));
    model.addAttribute("refused", refused(events));
    model.addAttribute("beingMade", !events.isEmpty() && last(events) instanceof CheckpointAsked);
    model.addAttribute("fingerprint", key.fingerprint().toString());
    model.addAttribute("daily", words.time(schedule.daily()));
    model.addAttribute("mayAsk", user.is(Role.ADMIN));
    return "history/checkpoints";
  }

  private List<Shown> shown(List<CheckpointSigned> signed) {
    List<CheckpointSigned> newest = new ArrayList<>(signed);
    Collections.reverse(newest);
    List<CheckpointSigned> page = newest.subList(0, Math.min(SHOWN, newest.size()));
    if (page.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Handouts.Row>> given =
        handouts.of(page.get(page.size() - 1).number(), page.get(0).number()).stream()
            .collect(Collectors.groupingBy(Handouts.Row::number));
    return page.stream()
        .map(
            one -> {
              List<Handouts.Row> rows = given.getOrDefault(one.number(), List.of());
              return new Shown(
                  one,
                  one.number() > 1 ? one.number() - 1 : null,
                  rows.size(),
                  rows.stream().filter(Handouts.Row::done).count());
            })
        .toList();
  }

  /** Why the last one wasn't made; null when it was. */
  private static @Nullable CheckpointRefused refused(List<CheckpointEvent> events) {
    List<CheckpointEvent> ended =
        events.stream().filter(event -> !(event instanceof CheckpointAsked)).toList();
    return ended.isEmpty() || !(last(ended) instanceof CheckpointRefused refused) ? null : refused;
  }

  private static <E extends CheckpointEvent> @Nullable E latest(
      List<CheckpointEvent> events, Class<E> type) {
    List<E> some = events.stream().filter(type::isInstance).map(type::cast).toList();
    return some.isEmpty() ? null : some.get(some.size() - 1);
  }

  private static CheckpointEvent last(List<CheckpointEvent> events) {
    return events.get(events.size() - 1);
  }

  @PostMapping("/history/checkpoints")
  String ask(@AuthenticationPrincipal ConsoleUser user, RedirectAttributes next) {
    orders.send(user, at -> new AskCheckpoint(HistoryId.OWN, user.id(), null, at));
    Done.say(next, words.say("checkpoints.asked"));
    return "redirect:/history/checkpoints";
  }

  @GetMapping("/history/checkpoints/{number}")
  ResponseEntity<byte[]> checkpoint(@PathVariable int number) {
    return file(
        "uitrol-checkpoint-" + number + ".json",
        made.find(number).map(ProofJson::write).orElseThrow(NotFound::new));
  }

  @GetMapping("/history/checkpoints/{number}/since/{earlier}")
  ResponseEntity<byte[]> consistency(@PathVariable int number, @PathVariable int earlier) {
    return file(
        "uitrol-consistency-" + earlier + "-" + number + ".json",
        proofs.consistency(earlier, number).map(ProofJson::write).orElseThrow(NotFound::new));
  }

  @GetMapping("/history/checkpoints/key.pem")
  ResponseEntity<String> publicKey() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment("uitrol-checkpoint-key.pem"))
        .contentType(MediaType.valueOf("application/x-pem-file"))
        .body(Ed25519.pem(key.publicKey()));
  }

  /** The whole history, with every hash and checkpoint. */
  @GetMapping("/history/checkpoints/history.jsonl")
  void history(HttpServletResponse response) throws IOException {
    response.setContentType("application/jsonl");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, attachment("uitrol-history-with-proof.jsonl"));
    export.write(response.getWriter());
  }

  @GetMapping("/history/events/{event}/proof")
  ResponseEntity<byte[]> inclusion(@PathVariable String event) {
    long position = trail.find(event).orElseThrow(NotFound::new).position();
    return file(
        "uitrol-event-" + position + ".json",
        proofs.inclusion(position, null).map(ProofJson::write).orElseThrow(NotFound::new));
  }

  private static ResponseEntity<byte[]> file(String name, String json) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }
}
