package org.uitrol.adapters.scim;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.DepartmentSync;
import org.uitrol.application.directory.KnownPerson;
import org.uitrol.application.directory.PeopleSync;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The departments as groups. Everybody works in one department, so that who becomes a member of one
 * is no member of another any more, and who is taken out of theirs is in none.
 */
@RestController
class GroupsResource {

  private final DepartmentSync departments;
  private final PeopleSync people;
  private final SyncRegister register;
  private final ScimAnswers answers;

  GroupsResource(
      DepartmentSync departments, PeopleSync people, SyncRegister register, ScimAnswers answers) {
    this.departments = departments;
    this.people = people;
    this.register = register;
    this.answers = answers;
  }

  @GetMapping("/scim/v2/Groups")
  ResponseEntity<byte[]> list(
      @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String startIndex,
      @RequestParam(required = false) @Nullable String count,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes) {
    Page page = Page.of(startIndex, count);
    Shown shown = Shown.of(attributes, excludedAttributes);
    @Nullable Filter condition = filter == null || filter.isBlank() ? null : Filter.of(filter);
    boolean asksMembers = filter != null && filter.toLowerCase(Locale.ROOT).contains("members");
    List<ObjectNode> groups = new ArrayList<>();
    long total = 0;
    for (DepartmentId department : departments.all()) {
      if (!departments.isSeen(department)
          || (condition != null && !condition.holds(asFarAs(asksMembers, department)))) {
        continue;
      }
      if (page.has(total)) {
        groups.add(shown.has("members") ? document(department) : document(department, List.of()));
      }
      total++;
    }
    return answers.list(total, page.startIndex(), groups, shown);
  }

  @GetMapping("/scim/v2/Groups/{department}")
  ResponseEntity<byte[]> get(
      @PathVariable String department,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
    ObjectNode group = document(require(department));
    return ScimAnswers.unchanged(known, group)
        .orElseGet(
            () -> answers.one(HttpStatus.OK, group, Shown.of(attributes, excludedAttributes)));
  }

  @PostMapping("/scim/v2/Groups")
  ResponseEntity<byte[]> add(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @AuthenticationPrincipal ConsoleUser user) {
    ObjectNode body = answers.body(request);
    String name = text(body, "displayName").orElse("");
    ObjectNode made =
        people.together(
            () -> {
              DepartmentId department = departments.add(requireName(name), user.actor());
              keepExternalId(department, body);
              change(department, Set.of(), members(body), user);
              return document(department, members(department));
            });
    return answers.one(HttpStatus.CREATED, made, Shown.of(attributes, excludedAttributes));
  }

  /** What is left out stays as it is. */
  @PutMapping("/scim/v2/Groups/{department}")
  ResponseEntity<byte[]> replace(
      @PathVariable String department,
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal ConsoleUser user) {
    ObjectNode body = answers.body(request);
    ObjectNode changed =
        people.together(
            () -> {
              ObjectNode before = before(require(department), ifMatch);
              ObjectNode after = before.deepCopy();
              for (String name : List.of("displayName", "externalId", "members")) {
                AttributeName.child(body, name).ifPresent(value -> after.set(name, value));
              }
              return become(require(department), before, after, user);
            });
    return answers.one(HttpStatus.OK, changed, Shown.of(attributes, excludedAttributes));
  }

  @PatchMapping("/scim/v2/Groups/{department}")
  ResponseEntity<byte[]> patch(
      @PathVariable String department,
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String attributes,
      @RequestParam(required = false) @Nullable String excludedAttributes,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @AuthenticationPrincipal ConsoleUser user) {
    ObjectNode body = answers.body(request);
    ObjectNode changed =
        people.together(
            () -> {
              ObjectNode before = before(require(department), ifMatch);
              return become(require(department), before, Patch.apply(before, body), user);
            });
    return answers.one(HttpStatus.OK, changed, Shown.of(attributes, excludedAttributes));
  }

  /** A department in which people work stays: its campaigns would go on without it. */
  @DeleteMapping("/scim/v2/Groups/{department}")
  ResponseEntity<byte[]> delete(
      @PathVariable String department,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    people.together(
        () -> {
          DepartmentId known = require(department);
          ScimAnswers.requireMatch(ifMatch, document(known));
          departments.withdraw(known);
          return department;
        });
    return ResponseEntity.noContent().build();
  }

  private ObjectNode before(DepartmentId department, @Nullable String ifMatch) {
    ObjectNode before = document(department, members(department));
    ScimAnswers.requireMatch(ifMatch, before);
    return before;
  }

  private ObjectNode become(
      DepartmentId department, ObjectNode before, ObjectNode after, ConsoleUser user) {
    String name = requireName(text(after, "displayName").orElse(""));
    if (!name.equals(before.path("displayName").asString())) {
      departments.rename(department, name, user.actor());
    }
    keepExternalId(department, after);
    change(department, members(before), members(after), user);
    return document(department, members(department));
  }

  private void change(
      DepartmentId department, Set<String> before, Set<String> after, ConsoleUser user) {
    String name = departments.name(department).orElseThrow();
    for (String member : after) {
      if (!before.contains(member)) {
        PersonId person = new PersonId(member);
        if (people.find(person).isEmpty()) {
          throw ScimFailure.badValue("there is no user " + member);
        }
        people.move(person, department, name, user.actor());
      }
    }
    Set<PersonId> there = Set.copyOf(departments.members(department));
    for (String member : before) {
      PersonId person = new PersonId(member);
      if (!after.contains(member) && there.contains(person)) {
        people.move(person, departments.named("", user.actor()), "", user.actor());
      }
    }
  }

  private void keepExternalId(DepartmentId department, ObjectNode group) {
    String now = text(group, "externalId").orElse("");
    if (AttributeName.child(group, "externalId").isPresent()
        || register.externalId(department).isPresent()) {
      Optional<DepartmentId> other =
          now.isEmpty() ? Optional.empty() : register.findDepartment(now);
      if (other.isPresent() && !other.get().equals(department)) {
        throw ScimFailure.taken("another group has this externalId");
      }
      if (!register.externalId(department).orElse("").equals(now)) {
        register.externalId(department, now);
      }
    }
  }

  private DepartmentId require(String key) {
    try {
      return Optional.of(new DepartmentId(key))
          .filter(department -> departments.name(department).isPresent())
          .filter(departments::isSeen)
          .orElseThrow(() -> ScimFailure.unknown(key));
    } catch (IllegalArgumentException noKey) {
      throw ScimFailure.unknown(key);
    }
  }

  private ObjectNode asFarAs(boolean members, DepartmentId department) {
    return members ? document(department) : document(department, List.of());
  }

  private ObjectNode document(DepartmentId department) {
    return document(department, members(department));
  }

  private ObjectNode document(DepartmentId department, List<KnownPerson> members) {
    ObjectNode group = ScimAnswers.JSON.createObjectNode();
    group.putArray("schemas").add(Schemas.GROUP);
    group.put("id", department.value());
    group.put("displayName", departments.name(department).orElse(department.value()));
    register.externalId(department).ifPresent(id -> group.put("externalId", id));
    ArrayNode list = group.putArray("members");
    for (KnownPerson member : members) {
      ObjectNode one = list.addObject();
      one.put("value", member.person().value());
      one.put("$ref", answers.location("Users/" + member.person()));
      one.put("display", member.data().name());
      one.put("type", "User");
    }
    answers.describe(group, "Group", "Groups/" + department, ScimAnswers.JSON.createObjectNode());
    return group;
  }

  private List<KnownPerson> members(DepartmentId department) {
    return departments.members(department).stream()
        .flatMap(person -> people.find(person).stream())
        .toList();
  }

  private static Set<String> members(ObjectNode group) {
    return AttributeName.of("members.value").in(group).stream()
        .map(JsonNode::asString)
        .filter(value -> !value.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String requireName(String name) {
    if (name.isBlank() || name.length() > 200) {
      throw ScimFailure.badValue("a group has a displayName of at most 200 characters");
    }
    return name.strip();
  }

  private static Optional<String> text(JsonNode node, String name) {
    return AttributeName.child(node, name).filter(JsonNode::isString).map(JsonNode::asString);
  }
}
