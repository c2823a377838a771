package org.uitrol.adapters.web.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.access.AccessLog;
import org.uitrol.application.audit.access.AccessLog.Asked;
import org.uitrol.application.audit.access.AccessLog.Kept;
import org.uitrol.application.audit.access.DataAccess;
import org.uitrol.application.audit.port.AccountNames;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.domain.shared.PersonId;

/**
 * Who was shown personal data of whom. The works council sees who looked at what, without the names
 * of those who were looked at.
 */
@Controller
class AccessPages {

  private static final int PAGE = 50;
  private static final int NAMED = 5;

  private final AccessLog log;
  private final PersonReferences people;
  private final AccountNames accounts;
  private final HistoryNames names;
  private final Words words;

  AccessPages(
      AccessLog log,
      PersonReferences people,
      AccountNames accounts,
      HistoryNames names,
      Words words) {
    this.log = log;
    this.people = people;
    this.accounts = accounts;
    this.names = names;
    this.words = words;
  }

  /**
   * One access as it is shown.
   *
   * @param whom the first few of them
   * @param knownOn as known when; empty for the present
   */
  record Line(
      String when, String who, String way, String path, String whom, int more, String knownOn) {}

  @GetMapping("/history/accesses")
  String accesses(
      @RequestParam(defaultValue = "") String person,
      @RequestParam(required = false) @Nullable Long before,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Names shown = names.seenBy(user);
    PersonId asked = person.isBlank() ? null : found(person.strip());
    List<Kept> kept = log.list(new Asked(asked, null, before), PAGE + 1);
    model.addAttribute("person", person);
    model.addAttribute("lines", kept.stream().limit(PAGE).map(one -> line(one, shown)).toList());
    model.addAttribute("older", kept.size() > PAGE ? kept.get(PAGE - 1).number() : null);
    return "history/accesses";
  }

  /** Whom a text means; a text that means nobody is taken for an identifier. */
  private PersonId found(String text) {
    return people.find(text).orElseGet(() -> new PersonId(text));
  }

  private Line line(Kept kept, Names shown) {
    DataAccess access = kept.access();
    List<String> whom = access.people().stream().limit(NAMED).map(shown::person).toList();
    return new Line(
        words.moment(access.at()),
        accounts.displayName(access.account()).orElse(access.account().value()),
        words.say("accesses.way." + access.way()),
        access.path(),
        String.join(", ", whom),
        access.count() - whom.size(),
        access.knownOn() == null ? "" : words.moment(access.knownOn()));
  }
}
