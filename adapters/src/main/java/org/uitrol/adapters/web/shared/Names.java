package org.uitrol.adapters.web.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Who is who on a page. Somebody who was erased is shown by the identifier that is left. */
@Component
public class Names {

  private static final int SHORT = 8;

  private final PersonVault vault;
  private final DirectoryStore directory;
  private final Accounts accounts;
  private final Words words;

  Names(PersonVault vault, DirectoryStore directory, Accounts accounts, Words words) {
    this.vault = vault;
    this.directory = directory;
    this.accounts = accounts;
    this.words = words;
  }

  /** The person's name; nothing for nobody. */
  public String person(@Nullable PersonId person) {
    return person == null
        ? ""
        : vault.find(person).map(PersonalData::name).orElse(unnamed(person.value()));
  }

  /** The names of many people at once. */
  public Function<PersonId, String> people(Collection<PersonId> people) {
    Map<PersonId, PersonalData> known = vault.findAll(people);
    return person -> {
      PersonalData data = known.get(person);
      return data == null ? unnamed(person.value()) : data.name();
    };
  }

  public String department(DepartmentId department) {
    return directory.department(department).map(DepartmentRow::name).orElse(department.value());
  }

  /** The names of all departments; one without a name by its key. */
  public Function<DepartmentId, String> departments() {
    Map<DepartmentId, String> known = new HashMap<>();
    directory.departments().forEach(row -> known.put(row.id(), row.name()));
    return department -> known.getOrDefault(department, department.value());
  }

  public String account(@Nullable AccountId account) {
    return account == null
        ? ""
        : accounts
            .find(account)
            .map(found -> found.user().displayName())
            .orElse(unnamed(account.value()));
  }

  /** Who asked for something, as the history keeps it. */
  public String actor(String actor) {
    int colon = actor.indexOf(':');
    String kind = colon < 0 ? actor : actor.substring(0, colon);
    String id = actor.substring(colon + 1);
    return switch (kind) {
      case "account" -> account(new AccountId(id));
      case "person" -> person(new PersonId(id));
      case "mail" -> words.say("actor.mail", person(new PersonId(id)));
      case "process" -> words.say("actor.process", id);
      case "timer" -> words.say("actor.timer");
      case "import" -> words.say("actor.import");
      case "source" -> words.say("actor.source");
      case "anonymous" -> words.say("actor.anonymous");
      default -> actor;
    };
  }

  private static String unnamed(String id) {
    return id.length() <= SHORT ? id : id.substring(0, SHORT) + "…";
  }
}
