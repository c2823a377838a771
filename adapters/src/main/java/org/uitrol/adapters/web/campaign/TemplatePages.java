package org.uitrol.adapters.web.campaign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uitrol.adapters.files.templates.Sector;
import org.uitrol.adapters.files.templates.TemplateLibrary;
import org.uitrol.adapters.files.templates.Tool;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;

/** Ready campaigns to start from: the list, and one of them as a plan that isn't kept yet. */
@Controller
class TemplatePages {

  private final TemplateLibrary library;
  private final PersonVault vault;
  private final Orders orders;
  private final Words words;

  TemplatePages(TemplateLibrary library, PersonVault vault, Orders orders, Words words) {
    this.library = library;
    this.vault = vault;
    this.orders = orders;
    this.words = words;
  }

  /** The campaigns for a sector. */
  record Shelf(Sector sector, List<Offer> offers) {}

  /**
   * A campaign on offer.
   *
   * @param name of the tool, as the people of that sector would call it
   * @param chores what it takes over
   */
  record Offer(Tool tool, String name, String chores) {}

  @GetMapping("/campaigns/templates")
  String all(Model model) {
    model.addAttribute("shelves", Stream.of(Sector.values()).map(this::shelf).toList());
    return "campaign/templates";
  }

  @GetMapping("/campaigns/templates/{tool}/{sector}")
  String start(
      @PathVariable String tool,
      @PathVariable String sector,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Tool chosen = Tool.of(tool).orElseThrow(NotFound::new);
    Sector where = Sector.of(sector).orElseThrow(NotFound::new);
    String source =
        library.take(chosen, where, words.language(), owner(user.person()), orders.now());
    model.addAttribute("template", words.say("templates.taken", words.of(chosen), words.of(where)));
    model.addAttribute("source", source);
    model.addAttribute("problems", List.of());
    return "campaign/plan";
  }

  private Shelf shelf(Sector sector) {
    String language = words.language();
    return new Shelf(
        sector,
        Stream.of(Tool.values())
            .map(
                tool ->
                    new Offer(
                        tool,
                        library.name(tool, sector, language),
                        library.chores(tool, sector, language)))
            .toList());
  }

  private String owner(@Nullable PersonId person) {
    return Optional.ofNullable(person)
        .flatMap(vault::find)
        .map(PersonalData::email)
        .filter(email -> !email.isEmpty())
        .orElse(TemplateLibrary.NO_OWNER_YET);
  }
}
