package org.uitrol.adapters.web.erasure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.erasure.ErasureCertificates;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Uploads;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.erasure.ErasurePreview;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.erasure.Obstacle;
import org.uitrol.application.erasure.view.ErasureStore;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureRefusal;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.erasure.KeptAfterErasure;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Asks for somebody to be erased, shows what would go, and has somebody else agree. */
@Controller
class ErasurePages {

  private final Erasures erasures;
  private final ErasureStore store;
  private final ErasureCertificates certificates;
  private final PersonVault vault;
  private final DirectoryStore directory;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ErasurePages(
      Erasures erasures,
      ErasureStore store,
      ErasureCertificates certificates,
      PersonVault vault,
      DirectoryStore directory,
      Orders orders,
      Names names,
      Words words) {
    this.erasures = erasures;
    this.store = store;
    this.certificates = certificates;
    this.vault = vault;
    this.directory = directory;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** How much there is, or was, of something. */
  record Amount(DataKind kind, int count) {}

  /** Something to be settled first. */
  record Hurdle(Obstacle obstacle, String path) {}

  /** A step, and whether it is done. */
  record Step(ErasureStep step, boolean done) {}

  /** An erasure in the list. */
  record Listed(Erasure erasure, String name, String askedBy) {}

  @GetMapping("/erasures")
  String list(Model model) {
    model.addAttribute(
        "erasures",
        store.list().stream()
            .map(one -> new Listed(one, names.person(one.person()), names.account(one.askedBy())))
            .toList());
    return "erasure/erasures";
  }

  @PostMapping("/erasures/readmit")
  ModelAndView readmit(
      @RequestParam(defaultValue = "") String who,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    try {
      erasures.readmit(who, user.id());
      orders.settle();
      Done.say(next, words.say("erasures.readmitted"));
      return new ModelAndView("redirect:/erasures");
    } catch (Rejected refused) {
      model.addAttribute("refusedReadmission", words.rejected(refused));
      model.addAttribute("who", who);
      return new ModelAndView(list(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /** Looks whether a certificate was written here. Nothing is kept of it. */
  @PostMapping("/erasures/certificate")
  String check(@RequestParam(required = false) @Nullable MultipartFile file, Model model)
      throws IOException {
    byte[] bytes = file == null || file.isEmpty() ? new byte[0] : Uploads.bytes(file);
    model.addAttribute("genuine", certificates.isGenuine(bytes));
    return list(model);
  }

  @GetMapping("/people/{person}/erasure")
  String erasure(
      @PathVariable PersonId person, @AuthenticationPrincipal ConsoleUser user, Model model) {
    return show(person, user, model);
  }

  @PostMapping("/people/{person}/erasure")
  ModelAndView request(
      @PathVariable PersonId person,
      @RequestParam(required = false) @Nullable ErasureGround ground,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        person,
        user,
        "erasure.asked.done",
        () -> {
          if (ground == null || ground == ErasureGround.LEFT_LONG_AGO) {
            throw new Rejected("ERASURE_GROUND");
          }
          erasures.request(person, ground, user.id(), user.person());
        },
        model,
        next);
  }

  @PostMapping("/people/{person}/erasure/approve")
  ModelAndView approve(
      @PathVariable PersonId person,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        person,
        user,
        "erasure.approved.done",
        () -> erasures.approve(person, user.id(), user.person()),
        model,
        next);
  }

  @PostMapping("/people/{person}/erasure/refuse")
  ModelAndView refuse(
      @PathVariable PersonId person,
      @RequestParam(required = false) @Nullable ErasureRefusal why,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        person,
        user,
        "erasure.refused.done",
        () -> {
          if (why == null) {
            throw new Rejected("ERASURE_WHY");
          }
          erasures.refuse(person, why, user.id());
        },
        model,
        next);
  }

  @PostMapping("/people/{person}/erasure/withdraw")
  ModelAndView withdraw(
      @PathVariable PersonId person,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        person,
        user,
        "erasure.withdrawn.done",
        () -> erasures.withdraw(person, user.id()),
        model,
        next);
  }

  @GetMapping("/people/{person}/erasure/certificate")
  ResponseEntity<byte[]> certificate(@PathVariable PersonId person) {
    Erasure erasure =
        erasures
            .find(person)
            .filter(one -> one.status() == Status.ERASED)
            .orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("uitrol-erasure-" + erasure.certificate() + ".json")
                .build()
                .toString())
        .body(certificates.of(erasure));
  }

  private ModelAndView act(
      PersonId person,
      ConsoleUser user,
      String done,
      Runnable action,
      Model model,
      RedirectAttributes next) {
    requireKnown(person);
    try {
      action.run();
      orders.settle();
      Done.say(next, words.say(done));
      return new ModelAndView("redirect:/people/" + person + "/erasure");
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      return new ModelAndView(
          show(person, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private String show(PersonId person, ConsoleUser user, Model model) {
    requireKnown(person);
    Erasure erasure = erasures.find(person).orElse(null);
    Status status = erasure == null ? null : erasure.status();
    boolean undecided = status != Status.APPROVED && status != Status.ERASED;
    model.addAttribute("person", person);
    model.addAttribute("name", names.person(person));
    model.addAttribute("erasure", erasure);
    model.addAttribute("status", status);
    model.addAttribute("askedBy", erasure == null ? "" : names.account(erasure.askedBy()));
    model.addAttribute("decidedBy", erasure == null ? "" : names.account(erasure.decidedBy()));
    model.addAttribute("open", status == Status.REQUESTED);
    model.addAttribute("canAsk", undecided && status != Status.REQUESTED);
    model.addAttribute("own", erasure != null && user.id().equals(erasure.askedBy()));
    model.addAttribute("grounds", grounds());
    model.addAttribute("refusals", ErasureRefusal.values());
    model.addAttribute("stays", KeptAfterErasure.values());
    model.addAttribute("steps", erasure == null ? List.of() : steps(erasure));
    if (undecided) {
      ErasurePreview preview = erasures.preview(person);
      model.addAttribute("amounts", amounts(preview.held()));
      model.addAttribute("events", preview.events());
      model.addAttribute("hurdles", preview.obstacles().stream().map(this::hurdle).toList());
    } else {
      model.addAttribute("amounts", erasure == null ? List.of() : amounts(erasure.destroyed()));
      model.addAttribute("hurdles", List.of());
    }
    return "erasure/erasure";
  }

  private void requireKnown(PersonId person) {
    if (directory.member(person).isEmpty()
        && vault.find(person).isEmpty()
        && erasures.find(person).isEmpty()) {
      throw new NotFound();
    }
  }

  private static List<ErasureGround> grounds() {
    List<ErasureGround> grounds = new ArrayList<>(List.of(ErasureGround.values()));
    grounds.remove(ErasureGround.LEFT_LONG_AGO);
    return grounds;
  }

  private static List<Step> steps(Erasure erasure) {
    boolean all = erasure.status() == Status.ERASED;
    List<Step> steps = new ArrayList<>();
    if (all || erasure.status() == Status.APPROVED) {
      for (ErasureStep step : ErasureStep.values()) {
        steps.add(new Step(step, all || erasure.done().contains(step)));
      }
    }
    return steps;
  }

  private static List<Amount> amounts(Map<DataKind, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Amount(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Hurdle hurdle(Obstacle obstacle) {
    return new Hurdle(
        obstacle,
        switch (obstacle.kind()) {
          case OWNS_CAMPAIGN -> "/campaigns/" + obstacle.what();
          case OWES_ANSWER -> "/concerns/" + obstacle.what();
          case PRESENTS_SESSION -> "/sessions/" + obstacle.what();
          case LAST_ADMIN -> "/accounts";
        });
  }
}
