package org.uitrol.adapters.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AFilterOfADirectory {

  private static final JsonNode EVA =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {"id": "P-1", "userName": "Eva@Example.org", "externalId": "Ab1", "active": true,
               "name": {"givenName": "Eva", "familyName": "de Wit"}, "nickName": "", "roles": [],
               "emails": [{"value": "eva@example.org", "type": "work", "primary": true},
                          {"value": "eva@home.example", "type": "home"}],
               "meta": {"lastModified": "2027-01-11T08:00:00Z"},
               "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                 {"department": "Finance", "manager": {"value": "P-9"}}}
              """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq \"eva@example.org\"",
        "USERNAME Eq \"EVA@example.org\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"eva\"",
        "externalId eq \"Ab1\"",
        "active eq true",
        "active eq \"True\"",
        "name.familyName co \"wit\"",
        "name.familyName ew \"WIT\"",
        "name.familyName ne \"Smit\"",
        "title ne \"Director\"",
        "title eq null",
        "userName ne null",
        "userName pr and not (title pr)",
        "not (nickName pr) and not (roles pr)",
        "emails eq \"eva@home.example\"",
        "emails.type eq \"home\"",
        "emails[type eq \"work\" and primary eq true]",
        "emails[type eq \"work\"].value eq \"eva@example.org\"",
        "meta.lastModified gt \"2027-01-11T08:30:00+01:00\"",
        "meta.lastModified ge \"2027-01-11T08:00:00Z\"",
        "meta.lastModified le \"2027-01-11T08:00:00Z\"",
        "meta.lastModified lt \"2027-01-11T08:00:01Z\"",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"finance\"",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq \"P-9\"",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager eq \"P-9\"",
        "title pr or active eq true and userName pr",
        "(title pr or active eq true) and (userName pr)"
      })
  void holds_for_whom_it_describes(String filter) {
    assertThat(Filter.of(filter).holds(EVA)).as(filter).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq \"bob@example.org\"",
        "externalId eq \"ab1\"",
        "id eq \"p-1\"",
        "active eq false",
        "userName ne \"eva@example.org\"",
        "userName eq null",
        "title pr",
        "title sw \"D\"",
        "emails[type eq \"home\" and primary eq true]",
        "emails[type eq \"home\"].value eq \"eva@example.org\"",
        "meta.lastModified gt \"2027-01-11T09:00:00+01:00\"",
        "urn:example:2.0:User:department eq \"Finance\"",
        "(title pr or active eq true) and title pr",
        "not (userName pr)"
      })
  void does_not_hold_for_anybody_else(String filter) {
    assertThat(Filter.of(filter).holds(EVA)).as(filter).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "userName",
        "userName is \"x\"",
        "userName eq",
        "userName eq x",
        "userName eq \"x",
        "userName eq {}",
        "(userName pr",
        "userName pr)",
        "userName pr and",
        "not userName pr",
        "emails[type eq \"work\"",
        "1a pr",
        "userName pr active pr"
      })
  void is_refused_where_it_breaks(String filter) {
    assertThatThrownBy(() -> Filter.of(filter))
        .isInstanceOfSatisfying(
            ScimFailure.class, why -> assertThat(why.type()).isEqualTo("invalidFilter"))
        .hasMessageContaining("at character");
  }

  @Test
  void is_refused_when_it_is_made_to_tire() {
    assertThatThrownBy(() -> Filter.of("(".repeat(60) + "id pr" + ")".repeat(60)))
        .isInstanceOf(ScimFailure.class)
        .hasMessageContaining("too many parentheses");
    assertThatThrownBy(() -> Filter.of("id eq \"" + "x".repeat(4_000) + '"'))
        .isInstanceOf(ScimFailure.class)
        .hasMessageContaining("at most");
  }

  @Test
  void names_the_one_whom_it_can_hold_for() {
    assertThat(userName("userName eq \"a \\\"b\\\"\"")).hasValue("a \"b\"");
    assertThat(userName("active eq true and userName eq \"a\"")).hasValue("a");
    assertThat(userName("userName ne \"a\"")).isEmpty();
    assertThat(userName("active eq true or userName eq \"a\"")).isEmpty();
    assertThat(userName("not (userName eq \"a\")")).isEmpty();
    assertThat(userName("userName eq true")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "emails eq \"a@b.example\"",
        "emails.value eq \"a@b.example\"",
        "emails[type eq \"work\"].value eq \"a@b.example\"",
        "emails[type eq \"work\" and value eq \"a@b.example\"]"
      })
  void names_whose_address_it_asks_for(String filter) {
    assertThat(Filter.of(filter).equalTo(name -> name.isValueOf("emails"))).hasValue("a@b.example");
    assertThat(userName(filter)).isEmpty();
  }

  @Test
  void does_not_take_the_kind_of_an_address_for_the_address() {
    assertThat(Filter.of("emails.type eq \"work\"").equalTo(name -> name.isValueOf("emails")))
        .isEmpty();
    assertThat(Filter.of("phoneNumbers[value eq \"1\"]").equalTo(name -> name.isValueOf("emails")))
        .isEmpty();
  }

  @Test
  void names_whose_number_it_asks_for() {
    assertThat(
            Filter.of(Schemas.ENTERPRISE + ":employeeNumber eq \"p-7\"")
                .equalTo(name -> name.isInEnterprise("employeenumber")))
        .hasValue("p-7");
  }

  private static Optional<String> userName(String filter) {
    return Filter.of(filter).equalTo(name -> name.is("username"));
  }
}
