package org.uitrol.adapters.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class APatchOfADirectory {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EVA =
      """
      {"userName": "eva", "active": true, "title": "Clerk",
       "name": {"givenName": "Eva", "familyName": "de Wit"},
       "emails": [{"value": "eva@example.org", "type": "work"}],
       "members": [{"value": "P-1"}, {"value": "P-2"}, {"value": "P-3"}],
       "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Finance"}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op":"Replace","path":"TITLE","value":"Head"}                                    | /title                  | "Head"
          {"op":"Add","path":"displayName","value":"Eva W"}                                 | /displayName            | "Eva W"
          {"op":"replace","path":"active","value":"False"}                                  | /active                 | "False"
          {"op":"replace","value":{"active":false}}                                         | /active                 | false
          {"op":"replace","value":{"name.givenName":"Eefje"}}                               | /name                   | {"givenName":"Eefje","familyName":"de Wit"}
          {"op":"replace","path":"name","value":{"givenName":"Eefje"}}                      | /name                   | {"givenName":"Eefje","familyName":"de Wit"}
          {"op":"replace","path":"emails[type eq \\"work\\"].value","value":"e@example.org"} | /emails                 | [{"value":"e@example.org","type":"work"}]
          {"op":"add","path":"emails[type eq \\"home\\"].value","value":"e@home.example"}    | /emails/1               | {"type":"home","value":"e@home.example"}
          {"op":"add","path":"phoneNumbers[type eq \\"work\\"].value","value":"1"}           | /phoneNumbers           | [{"type":"work","value":"1"}]
          {"op":"remove","path":"emails[type eq \\"work\\"]"}                                | /emails                 | []
          {"op":"remove","path":"emails[type eq \\"work\\"].type"}                           | /emails                 | [{"value":"eva@example.org"}]
          {"op":"Remove","path":"members","value":[{"value":"P-2"}]}                        | /members                | [{"value":"P-1"},{"value":"P-3"}]
          {"op":"remove","path":"members[value eq \\"P-1\\"]"}                               | /members                | [{"value":"P-2"},{"value":"P-3"}]
          {"op":"Add","path":"members","value":[{"value":"P-3"},{"value":"P-4"}]}           | /members                | [{"value":"P-1"},{"value":"P-2"},{"value":"P-3"},{"value":"P-4"}]
          {"op":"replace","path":"members","value":[{"value":"P-9"}]}                       | /members                | [{"value":"P-9"}]
          """)
  void changes_what_it_names(String operation, String where, String expected) {
    ObjectNode changed = Patch.apply(eva(), request(operation));

    assertThat(changed.at(where)).isEqualTo(JSON.readTree(expected));
    assertThat(changed.get("userName").asString()).isEqualTo("eva");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op":"Replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Legal"}
          {"op":"Add","value":{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"Legal"}}
          {"op":"Add","value":{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Legal"}}}
          {"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","value":{"department":"Legal"}}
          """)
  void reaches_the_department_on_each_way_that_leads_there(String operation) {
    assertThat(Patch.apply(eva(), request(operation)).get(Schemas.ENTERPRISE))
        .isEqualTo(JSON.readTree("{\"department\":\"Legal\"}"));
  }

  @Test
  void takes_away_what_it_says_and_only_that() {
    ObjectNode changed =
        Patch.apply(
            eva(),
            request(
                "{\"op\":\"remove\",\"path\":\"title\"},"
                    + "{\"op\":\"remove\",\"path\":\"name.givenName\"},"
                    + "{\"op\":\"remove\",\"path\":\"nickName\"},"
                    + "{\"op\":\"remove\",\"path\":\""
                    + Schemas.ENTERPRISE
                    + "\"}"));

    assertThat(changed.propertyNames())
        .containsExactlyInAnyOrder("userName", "active", "name", "emails", "members");
    assertThat(changed.get("name")).isEqualTo(JSON.readTree("{\"familyName\":\"de Wit\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"op":"move","path":"title","value":"x"}      | invalidSyntax
          {"op":"remove"}                               | noTarget
          {"op":"replace","path":"title"}               | invalidValue
          {"op":"replace","value":"x"}                  | invalidSyntax
          {"op":"replace","path":"emails[","value":"x"} | invalidPath
          {"op":"replace","path":"a b","value":"x"}     | invalidPath
          """)
  void is_refused_when_it_makes_no_sense(String operation, String type) {
    assertThatThrownBy(() -> Patch.apply(eva(), request(operation)))
        .isInstanceOfSatisfying(ScimFailure.class, why -> assertThat(why.type()).isEqualTo(type));
  }

  @Test
  void leaves_the_resource_itself_alone() {
    ObjectNode eva = eva();

    Patch.apply(eva, request("{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"X\"}"));

    assertThat(eva).isEqualTo(eva());
    assertThatThrownBy(() -> Patch.apply(eva, JSON.readTree("{}")))
        .isInstanceOf(ScimFailure.class)
        .hasMessageContaining("Operations");
  }

  private static ObjectNode eva() {
    return (ObjectNode) JSON.readTree(EVA);
  }

  private static JsonNode request(String operations) {
    return JSON.readTree("{\"Operations\":[" + operations + "]}");
  }
}
