package org.uitrol.adapters.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.scim.UserDocument.Told;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.KnownPerson;
import org.uitrol.application.directory.PeopleSync;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.node.ObjectNode;

/** The people, for the organisation's own directory. */
@RestController
class UsersResource {

  private final PeopleSync people;
  private final SyncRegister register;
  private final PersonVault vault;
  private final ScimAnswers answers;

  UsersResource(PeopleSync people, SyncRegister register, PersonVault vault, ScimAnswers answers) {
    this.people = people;
    this.register = register;
    this.vault = vault;
    this.answers = answers;
  }

  /**
   * Who is asked for by name, address, number or identifier is looked up; else it goes through all.
   */
  @GetMapping("/scim/v2/Users")
  ResponseEntity<byte[]> list(
      @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String startIndex,
      @RequestParam(required = false) @Nullable String count,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes) {
    Page page = Page.of(startIndex, count);
    Shown shown = Shown.of(attributes, excludedAttributes);
    if (filter == null || filter.isBlank()) {
      List<ObjectNode> users =
          register.people(page.skipped(), page.count()).stream()
              .flatMap(person -> people.find(person).stream())
              .map(this::document)
              .toList();
      return answers.list(register.count(), page.startIndex(), users, shown);
    }
    Filter condition = Filter.of(filter);
    Found found = new Found(condition, page);
    meant(condition).ifPresentOrElse(few -> few.forEach(found::take), () -> takeAll(found));
    return answers.list(found.total, page.startIndex(), found.users, shown);
  }

  @GetMapping("/scim/v2/Users/{person}")
  ResponseEntity<byte[]> get(
      @PathVariable String person,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    ObjectNode user = document(require(person));
    return ScimAnswers.unchanged(known, user)
        .orElseGet(
            () -> answers.one(HttpStatus.OK, user, Shown.of(attributes, excludedAttributes)));
  }

  @PostMapping("/scim/v2/Users")
  ResponseEntity<byte[]> add(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @AuthenticationPrincipal ConsoleUser user) {
    ObjectNode body = answers.body(request);
    if (AttributeName.child(body, "userName").isEmpty()) {
      throw ScimFailure.badValue("a user has a userName");
    }
    Told told = UserDocument.read(body).checked();
    ObjectNode made =
        people.together(
            () -> {
              boolean works = told.active() == null || told.active();
              PersonId person = people.add(told.fields(), works, user.actor());
              return document(require(person.value()));
            });
    return answers.one(HttpStatus.CREATED, made, Shown.of(attributes, excludedAttributes));
  }

  /** What is left out stays as it is: a directory that doesn't know a field can't blank it. */
  @PutMapping("/scim/v2/Users/{person}")
  ResponseEntity<byte[]> replace(
      @PathVariable String person,
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal ConsoleUser user) {
    Told told = UserDocument.read(answers.body(request)).checked();
    ObjectNode changed =
        people.together(
            () -> {
              ScimAnswers.requireMatch(ifMatch, document(require(person)));
              return change(person, told, user);
            });
    return answers.one(HttpStatus.OK, changed, Shown.of(attributes, excludedAttributes));
  }

  @PatchMapping("/scim/v2/Users/{person}")
  ResponseEntity<byte[]> patch(
      @PathVariable String person,
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal ConsoleUser user) {
    ObjectNode body = answers.body(request);
    ObjectNode changed =
        people.together(
            () -> {
              ObjectNode before = document(require(person));
              ScimAnswers.requireMatch(ifMatch, before);
              Told told =
                  UserDocument.read(Patch.apply(before, body))
                      .since(UserDocument.read(before))
                      .checked();
              return change(person, told, user);
            });
    return answers.one(HttpStatus.OK, changed, Shown.of(attributes, excludedAttributes));
  }

  /** Who is taken back leaves, and isn't erased: that is asked for in another way. */
  @DeleteMapping("/scim/v2/Users/{person}")
  ResponseEntity<byte[]> delete(
      @PathVariable String person,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal ConsoleUser user) {
    people.together(
        () -> {
          KnownPerson known = require(person);
          ScimAnswers.requireMatch(ifMatch, document(known));
          people.withdraw(known.person(), user.actor());
          return person;
        });
    return ResponseEntity.noContent().build();
  }

  private ObjectNode change(String person, Told told, ConsoleUser user) {
    people.change(new PersonId(person), told.fields(), told.active(), user.actor());
    return document(require(person));
  }

  private KnownPerson require(String person) {
    return people.find(new PersonId(person)).orElseThrow(() -> ScimFailure.unknown(person));
  }

  /** Who is meant by a filter that can hold for one person only; empty when it may be more. */
  private Optional<List<KnownPerson>> meant(Filter filter) {
    return meant(filter, name -> name.is("id"), this::findById)
        .or(() -> meant(filter, name -> name.is("userName"), people::findByUserName))
        .or(() -> meant(filter, name -> name.is("externalId"), people::findByExternalId))
        .or(() -> meant(filter, name -> name.isValueOf("emails"), people::findByEmail))
        .or(
            () ->
                meant(
                    filter,
                    name -> name.isInEnterprise("employeeNumber"),
                    people::findByEmployeeNumber));
  }

  private static Optional<List<KnownPerson>> meant(
      Filter filter,
      Predicate<AttributeName> attribute,
      Function<String, Optional<KnownPerson>> find) {
    return filter.equalTo(attribute).map(value -> find.apply(value).stream().toList());
  }

  private Optional<KnownPerson> findById(String id) {
    return id.isBlank() ? Optional.empty() : people.find(new PersonId(id));
  }

  private void takeAll(Found found) {
    long from = 0;
    List<PersonId> some = register.people(from, Page.MOST);
    while (!some.isEmpty()) {
      some.stream().flatMap(person -> people.find(person).stream()).forEach(found::take);
      from += some.size();
      some = register.people(from, Page.MOST);
    }
  }

  private ObjectNode document(KnownPerson known) {
    @Nullable PersonId manager = known.data().manager();
    @Nullable PersonalData leader = manager == null ? null : vault.find(manager).orElse(null);
    ObjectNode user = UserDocument.of(known, leader, answers);
    ObjectNode meta = ScimAnswers.JSON.createObjectNode();
    if (known.since() != null) {
      meta.put("created", known.since().toString());
    }
    if (known.changed() != null) {
      meta.put("lastModified", known.changed().toString());
    }
    answers.describe(user, "User", "Users/" + known.person(), meta);
    return user;
  }

  /** Counts those for whom a filter holds, and keeps those of the page. */
  private final class Found {

    private final Filter filter;
    private final Page page;
    private final List<ObjectNode> users = new ArrayList<>();
    private long total;

    Found(Filter filter, Page page) {
      this.filter = filter;
      this.page = page;
    }

    void take(KnownPerson known) {
      ObjectNode user = document(known);
      if (filter.holds(user)) {
        if (page.has(total)) {
          users.add(user);
        }
        total++;
      }
    }
  }
}
