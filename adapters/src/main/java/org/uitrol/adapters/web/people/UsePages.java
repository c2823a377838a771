package org.uitrol.adapters.web.people;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.adoption.PersonUse;
import org.uitrol.application.adoption.PersonUse.Seen;
import org.uitrol.application.adoption.view.LookStore;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.adoption.LookReason;
import org.uitrol.domain.adoption.UsageLookCommand.LookAtUse;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageLookId;

/**
 * One person's use of the tool, where the works council has consented to that. Nothing is shown
 * before word was left of who looks and why, which the person can read on the own page.
 */
@Controller
class UsePages {

  private static final int LONGEST_ID = 60;

  private final PersonUse use;
  private final LookStore looks;
  private final DirectoryStore directory;
  private final IdSource ids;
  private final Orders orders;
  private final Names names;
  private final Words words;

  UsePages(
      PersonUse use,
      LookStore looks,
      DirectoryStore directory,
      IdSource ids,
      Orders orders,
      Names names,
      Words words) {
    this.use = use;
    this.looks = looks;
    this.directory = directory;
    this.ids = ids;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A look that was taken before. */
  record Looked(String who, String when, String why) {}

  @GetMapping("/people/{person}/use")
  String use(
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String look,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    return show(person, isId(look) ? new UsageLookId(look) : null, user, model);
  }

  @PostMapping("/people/{person}/use")
  ModelAndView look(
      @PathVariable PersonId person,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    CampaignId campaign = use.allowing(person).orElseThrow(NotFound::new);
    LookReason why =
        Arrays.stream(LookReason.values())
            .filter(one -> one.name().equals(reason))
            .findFirst()
            .orElse(null);
    if (why == null || !isId(id)) {
      model.addAttribute("problem", words.say("use.reasonMissing"));
      return new ModelAndView(
          show(person, null, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    UsageLookId look = new UsageLookId(id);
    orders.send(user, at -> new LookAtUse(look, campaign, person, user.id(), why, at));
    return new ModelAndView("redirect:/people/" + person + "/use?look=" + look);
  }

  private String show(PersonId person, @Nullable UsageLookId look, ConsoleUser user, Model model) {
    if (directory.member(person).isEmpty()) {
      throw new NotFound();
    }
    Seen seen = look == null ? null : use.seen(look, person, user.id(), orders.now()).orElse(null);
    List<Looked> before =
        looks.ofPerson(person).stream()
            .map(
                one ->
                    new Looked(
                        names.account(one.by()), words.moment(one.at()), words.of(one.reason())))
            .toList();
    model.addAttribute("person", person);
    model.addAttribute("name", names.person(person));
    model.addAttribute("allowed", use.allowing(person).isPresent());
    model.addAttribute("seen", seen);
    model.addAttribute("over", look != null && seen == null);
    model.addAttribute("id", ids.next());
    model.addAttribute("reasons", Arrays.asList(LookReason.values()));
    model.addAttribute("looks", before);
    return "people/use";
  }

  private static boolean isId(String text) {
    return !text.isBlank() && text.length() <= LONGEST_ID;
  }
}
