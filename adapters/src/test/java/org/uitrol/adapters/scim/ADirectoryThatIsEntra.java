package org.uitrol.adapters.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;

/** What Microsoft Entra ID sends, request by request, with its habits. */
class ADirectoryThatIsEntra {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String ENTERPRISE = Schemas.ENTERPRISE;

  private static Directory entra;

  @BeforeAll
  static void the_directory_gets_a_token() {
    entra = Directory.of(UITROL, "entra");
  }

  @Test
  void finds_out_what_can_be_done_here() {
    JsonNode config = json(entra.get("/ServiceProviderConfig"), 200);
    JsonNode types = json(entra.get("/ResourceTypes"), 200);
    JsonNode schemas = json(entra.get("/Schemas"), 200);

    assertThat(config.at("/patch/supported").asBoolean()).isTrue();
    assertThat(config.at("/filter/supported").asBoolean()).isTrue();
    assertThat(config.at("/bulk/supported").asBoolean()).isFalse();
    assertThat(config.at("/authenticationSchemes/0/type").asString()).isEqualTo("oauthbearertoken");
    assertThat(types.get("Resources").valueStream().map(type -> type.get("endpoint").asString()))
        .containsExactly("/Users", "/Groups");
    assertThat(schemas.get("Resources").valueStream().map(schema -> schema.get("id").asString()))
        .containsExactly(Schemas.USER, ENTERPRISE, Schemas.GROUP);
    assertThat(json(entra.get("/Schemas/" + ENTERPRISE), 200).get("name").asString())
        .isEqualTo("EnterpriseUser");
    assertThat(json(entra.get("/ResourceTypes/User"), 200).get("schema").asString())
        .isEqualTo(Schemas.USER);
    assertThat(error(entra.get("/Schemas/urn:none"), 404)).isEmpty();
  }

  @Test
  void probes_for_somebody_who_is_nobody() {
    HttpResponse<String> answer =
        entra.get("/Users?filter=userName+eq+%22a3f1c9d2-0b6e-4e57-9c3b-6c2f0d8a7e11%22");

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/scim+json");
    JsonNode list = json(answer, 200);
    assertThat(list.get("totalResults").asInt()).isZero();
    assertThat(list.get("Resources")).isEmpty();
    assertThat(list.get("schemas").get(0).asString()).isEqualTo(Schemas.LIST);
  }

  @Test
  void leads_somebody_through_a_career() {
    String boss = id(entra.send("POST", "/Users", user("bo", "Bo", "Baas", "Directie")));
    HttpResponse<String> made = entra.send("POST", "/Users", user("eva", "Eva", "de Wit", "Zorg"));
    String eva = id(made);

    JsonNode got = json(entra.get("/Users/" + eva), 200);
    assertThat(made.headers().firstValue("Location").orElse("")).endsWith("/scim/v2/Users/" + eva);
    assertThat(got).isEqualTo(Directory.json(made));
    assertThat(got.get("active").asBoolean()).isTrue();
    assertThat(got.at("/meta/resourceType").asString()).isEqualTo("User");
    assertThat(got.at("/meta/created").asString()).isNotEmpty();
    assertThat(got.at("/emails/0/value").asString()).isEqualTo("eva@zorg.example");
    assertThat(entra.find("/Users", "userName eq \"EVA@tenant.example\""))
        .extracting(user -> user.get("id").asString())
        .containsExactly(eva);
    assertThat(entra.find("/Users", "externalId eq \"ext-eva\"")).hasSize(1);
    assertThat(error(entra.send("POST", "/Users", user("eva", "E", "W", "Zorg")), 409))
        .isEqualTo("uniqueness");

    JsonNode moved =
        json(
            entra.patch(
                "/Users/" + eva,
                "{\"op\":\"Replace\",\"path\":\""
                    + ENTERPRISE
                    + ":department\",\"value\":\"Inkoop\"},"
                    + "{\"op\":\"Add\",\"path\":\""
                    + ENTERPRISE
                    + ":manager\",\"value\":\""
                    + boss
                    + "\"}"),
            200);
    assertThat(moved.get(ENTERPRISE).get("department").asString()).isEqualTo("Inkoop");
    assertThat(moved.get(ENTERPRISE).at("/manager/value").asString()).isEqualTo(boss);
    assertThat(moved.get(ENTERPRISE).at("/manager/displayName").asString()).isEqualTo("Bo Baas");

    JsonNode renamed =
        json(
            entra.patch(
                "/Users/" + eva,
                "{\"op\":\"replace\",\"value\":{\"displayName\":\"Eva W\",\"name.familyName\":"
                    + "\"Wit\",\""
                    + ENTERPRISE
                    + ":costCenter\":\"4711\",\"nickName\":\"E\"}},"
                    + "{\"op\":\"Add\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":"
                    + "\"Eva.Wit@zorg.example\"}"),
            200);
    assertThat(renamed.get("displayName").asString()).isEqualTo("Eva W");
    assertThat(renamed.at("/name/familyName").asString()).isEqualTo("Wit");
    assertThat(renamed.at("/name/givenName").asString()).isEqualTo("Eva");
    assertThat(renamed.get(ENTERPRISE).get("costCenter").asString()).isEqualTo("4711");
    assertThat(renamed.at("/emails/0/value").asString()).isEqualTo("eva.wit@zorg.example");
    assertThat(renamed.get("active").asBoolean()).isTrue();

    String disable = "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}";
    assertThat(json(entra.patch("/Users/" + eva, disable), 200).get("active").asBoolean())
        .isFalse();
    List<String> before = history(eva);
    json(entra.patch("/Users/" + eva, disable), 200);
    assertThat(history(eva)).isEqualTo(before);
    JsonNode away =
        json(
            entra.patch(
                "/Users/" + eva, "{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Adviseur\"}"),
            200);
    assertThat(away.get("active").asBoolean()).isFalse();
    assertThat(away.get("title").asString()).isEqualTo("Adviseur");
    assertThat(vault().find(new PersonId(eva)).map(PersonalData::name)).contains("Eva W");

    JsonNode back =
        json(
            entra.patch(
                "/Users/" + eva, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"True\"}"),
            200);
    assertThat(back.get("active").asBoolean()).isTrue();
    assertThat(history(eva))
        .containsExactly(
            "employee.joined",
            "employee.moved",
            "employee.manager-changed",
            "employee.details-changed",
            "employee.left",
            "employee.details-changed",
            "employee.returned");
    assertThat(
            UITROL
                .jdbc()
                .sql(
                    "select distinct meta_data like '%' || :actor || '%' from domain_event_entry"
                        + " where aggregate_identifier like '%' || :id")
                .param("actor", entra.actor())
                .param("id", eva)
                .query(Boolean.class)
                .list())
        .containsExactly(true);
  }

  @Test
  void keeps_departments_as_groups() {
    String ann = id(entra.send("POST", "/Users", user("ann", "Ann", "Aas", "Kantoor")));
    String ben = id(entra.send("POST", "/Users", user("ben", "Ben", "Bos", "Kantoor")));
    HttpResponse<String> made =
        entra.send(
            "POST",
            "/Groups",
            "{\"schemas\":[\""
                + Schemas.GROUP
                + "\"],\"externalId\":\"g-1\",\"displayName\":"
                + "\"Klantenservice\",\"members\":[]}");
    String group = id(made);
    assertThat(group).isEqualTo("klantenservice");
    assertThat(error(entra.send("POST", "/Groups", "{\"displayName\":\"klantenservice\"}"), 409))
        .isEqualTo("uniqueness");
    assertThat(entra.find("/Groups", "displayName eq \"Klantenservice\"")).hasSize(1);
    assertThat(entra.find("/Groups", "externalId eq \"g-1\"")).hasSize(1);

    JsonNode both =
        json(
            entra.patch(
                "/Groups/" + group,
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\""
                    + ann
                    + "\"},{\"$ref\":null,\"value\":\""
                    + ben
                    + "\"}]}"),
            200);
    assertThat(members(both)).containsExactlyInAnyOrder(ann, ben);
    assertThat(department(ann)).isEqualTo("Klantenservice");

    JsonNode one =
        json(
            entra.patch(
                "/Groups/" + group,
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"value\":\"" + ann + "\"}]}"),
            200);
    assertThat(members(one)).containsExactly(ben);
    assertThat(department(ann)).isEmpty();
    assertThat(json(entra.get("/Users/" + ann), 200).get("active").asBoolean()).isTrue();

    assertThat(members(json(entra.get("/Groups/" + group), 200))).containsExactly(ben);
    assertThat(
            json(entra.get("/Groups/" + group + "?excludedAttributes=members"), 200).has("members"))
        .isFalse();
    assertThat(entra.find("/Groups", "members[value eq \"" + ben + "\"]")).hasSize(1);
    HttpResponse<String> refused = entra.send("DELETE", "/Groups/" + group, "");
    assertThat(error(refused, 409)).isEmpty();
    assertThat(Directory.json(refused).get("detail").asString()).contains("people still work");

    JsonNode renamed =
        json(
            entra.patch(
                "/Groups/" + group,
                "{\"op\":\"Replace\",\"value\":{\"id\":\"x\",\"displayName\":\"Klantcontact\"}},"
                    + "{\"op\":\"Remove\",\"path\":\"members[value eq \\\""
                    + ben
                    + "\\\"]\"}"),
            200);
    assertThat(renamed.get("displayName").asString()).isEqualTo("Klantcontact");
    assertThat(renamed.get("id").asString()).isEqualTo(group);
    assertThat(members(renamed)).isEmpty();
    JsonNode cor =
        json(entra.send("POST", "/Users", user("cor", "Cor", "Crans", "klantcontact")), 201);
    assertThat(members(json(entra.get("/Groups/" + group), 200)))
        .containsExactly(cor.get("id").asString());
    JsonNode none = json(entra.send("PUT", "/Groups/" + group, "{\"members\":[]}"), 200);
    assertThat(none.get("displayName").asString()).isEqualTo("Klantcontact");
    assertThat(members(none)).isEmpty();
    assertThat(entra.send("DELETE", "/Groups/" + group, "").statusCode()).isEqualTo(204);
    assertThat(error(entra.get("/Groups/" + group), 404)).isEmpty();
    assertThat(
            error(
                entra.patch(
                    "/Groups/kantoor",
                    "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"value\":\"nobody\"}]}"),
                400))
        .isEqualTo("invalidValue");
  }

  @Test
  void pages_through_everybody_without_missing_anybody() {
    Set<String> made = new TreeSet<>();
    for (String name : List.of("p1", "p2", "p3", "p4", "p5")) {
      made.add(id(entra.send("POST", "/Users", user(name, "P", name, "Paging"))));
    }
    List<String> seen = new ArrayList<>();
    long total = json(entra.get("/Users?count=0"), 200).get("totalResults").asLong();
    for (long start = 1; start <= total; start += 2) {
      JsonNode page = json(entra.get("/Users?startIndex=" + start + "&count=2"), 200);
      assertThat(page.get("startIndex").asLong()).isEqualTo(start);
      page.get("Resources").forEach(user -> seen.add(user.get("id").asString()));
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(made).hasSize((int) total);
    JsonNode some =
        json(
            entra.get("/Users?startIndex=2&count=3&attributes=userName&filter=userName+sw+%22p%22"),
            200);
    assertThat(some.get("totalResults").asInt()).isEqualTo(5);
    assertThat(some.get("itemsPerPage").asInt()).isEqualTo(3);
    assertThat(some.get("Resources").get(0).propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName");
    assertThat(error(entra.get("/Users?startIndex=x"), 400)).isEqualTo("invalidValue");
    assertThat(error(entra.get("/Users?filter=userName+is+1"), 400)).isEqualTo("invalidFilter");
  }

  @Test
  void takes_somebody_back_who_then_may_come_again() {
    String cas = id(entra.send("POST", "/Users", user("cas", "Cas", "Cox", "Archief")));

    assertThat(entra.send("DELETE", "/Users/" + cas, "").statusCode()).isEqualTo(204);
    assertThat(error(entra.get("/Users/" + cas), 404)).isEmpty();
    assertThat(error(entra.send("DELETE", "/Users/" + cas, ""), 404)).isEmpty();
    assertThat(entra.find("/Users", "userName eq \"cas@tenant.example\"")).isEmpty();
    assertThat(vault().find(new PersonId(cas))).isPresent();
    assertThat(history(cas)).containsExactly("employee.joined", "employee.left");

    assertThat(id(entra.send("POST", "/Users", user("cas", "Cas", "Cox", "Archief"))))
        .isEqualTo(cas);
    assertThat(history(cas))
        .containsExactly("employee.joined", "employee.left", "employee.returned");
  }

  @Test
  void takes_over_somebody_who_came_from_a_file_and_shows_the_person_all_of_it() {
    PersonId dirk = new PersonId("from-a-file");
    vault()
        .put(
            dirk,
            PersonalData.UNKNOWN.with(
                Map.of(PersonField.EMPLOYEE_NUMBER, "nr-dirk", PersonField.SENIORITY, "senior")));

    assertThat(entra.find("/Users", "userName eq \"nr-dirk\"")).hasSize(1);
    assertThat(id(entra.send("POST", "/Users", user("dirk", "Dirk", "Dam", "Haven"))))
        .isEqualTo(dirk.value());
    String page =
        UITROL.bean(SignedLinks.class).plan(dirk, UITROL.bean(CommandDesk.class).now()).getPath();
    JsonNode own = Directory.json(new Visitor(UITROL).get(page + "/data"));

    assertThat(own.get("userName").asString()).isEqualTo("dirk@tenant.example");
    assertThat(own.get("externalId").asString()).isEqualTo("ext-dirk");
    assertThat(own.get("seniority").asString()).isEqualTo("senior");
    assertThat(own.get("costCenter").asString()).isEqualTo("100");
    assertThat(own.get("division").asString()).isEqualTo("Noord");
    assertThat(own.get("organization").asString()).isEqualTo("Voorbeeld BV");
    assertThat(own.propertyNames())
        .contains("optionalMail", "sessions", "courses", "questions", "mails", "followUps");
  }

  @Test
  void leaves_nothing_personal_in_the_history() {
    String flo = id(entra.send("POST", "/Users", user("flo", "Floortje", "Faas", "Feesten")));
    entra.patch("/Users/" + flo, "{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Gastvrouw\"}");

    assertThat(history(flo)).containsExactly("employee.joined", "employee.details-changed");
    String everything =
        String.join(
            "\n",
            UITROL
                .jdbc()
                .sql("select payload || meta_data from domain_event_entry")
                .query(String.class)
                .list());
    assertThat(everything)
        .contains("Feesten")
        .doesNotContainIgnoringCase("floortje", "faas", "flo@", "ext-flo", "gastvrouw");
  }

  @Test
  void is_let_in_by_a_token_for_this_only() {
    Directory reader =
        new Directory(UITROL, "api-only", Role.ADMIN, Set.of(Scope.READ, Scope.WRITE));
    Directory presenter =
        new Directory(UITROL, "presenter-sync", Role.PRESENTER, Set.of(Scope.SCIM));

    HttpResponse<String> nobody =
        entra.send("GET", "/Users", "", "Authorization", "Bearer uitrol_no");

    assertThat(error(nobody, 401)).isEmpty();
    assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(error(reader.get("/Users"), 403)).isEmpty();
    assertThat(error(presenter.get("/Users"), 403)).isEmpty();
    assertThat(error(entra.send("POST", "/Users", "{", "Content-Type", "application/json"), 400))
        .isEqualTo("invalidSyntax");
    assertThat(error(entra.send("POST", "/Users", "{}", "Content-Type", "text/csv"), 415))
        .isEmpty();
    assertThat(error(entra.send("POST", "/Users", "{\"displayName\":\"x\"}"), 400))
        .isEqualTo("invalidValue");
    assertThat(
            error(
                entra.send(
                    "POST", "/Users", "{\"userName\":\"m\",\"emails\":[{\"value\":\"m@\"}]}"),
                400))
        .isEqualTo("invalidValue");
  }

  private static String user(String name, String given, String family, String department) {
    return """
        {"schemas":["%s","%s"],"externalId":"ext-%s","userName":"%s@tenant.example","active":true,
         "emails":[{"primary":true,"type":"work","value":"%s@zorg.example"}],
         "meta":{"resourceType":"User"},"displayName":"%s %s",
         "name":{"formatted":"%s %s","givenName":"%s","familyName":"%s"},"roles":[],
         "preferredLanguage":"nl-NL",
         "%s":{"employeeNumber":"nr-%s","department":"%s","costCenter":"100","division":"Noord",
               "organization":"Voorbeeld BV"}}
        """
        .formatted(
            Schemas.USER,
            ENTERPRISE,
            name,
            name,
            name,
            given,
            family,
            given,
            family,
            given,
            family,
            ENTERPRISE,
            name,
            department);
  }

  private static String id(HttpResponse<String> made) {
    return json(made, 201).get("id").asString();
  }

  private static JsonNode json(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Directory.json(answer);
  }

  /** The {@code scimType} of an error document. */
  private static String error(HttpResponse<String> answer, int status) {
    JsonNode error = json(answer, status);
    assertThat(error.get("schemas").get(0).asString()).isEqualTo(Schemas.ERROR);
    assertThat(error.get("status").asString()).isEqualTo(String.valueOf(status));
    assertThat(error.get("detail").asString()).isNotBlank();
    return error.path("scimType").asString();
  }

  private static List<String> members(JsonNode group) {
    return group.get("members").valueStream().map(one -> one.get("value").asString()).toList();
  }

  private static String department(String person) {
    return json(entra.get("/Users/" + person), 200).path(ENTERPRISE).path("department").asString();
  }

  private static PersonVault vault() {
    return UITROL.bean(PersonVault.class);
  }

  private static List<String> history(String person) {
    return UITROL
        .jdbc()
        .sql(
            "select payload_type from domain_event_entry where aggregate_identifier like '%' || :id"
                + " order by sequence_number")
        .param("id", person)
        .query(String.class)
        .list();
  }
}
