package org.uitrol.adapters.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.shared.Iri;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.port.StatementStore.Document;
import org.uitrol.application.training.port.StatementStore.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What there is beside statements: who somebody is, what an activity is, and about ourselves. */
@RestController
class OtherResources {

  private static final List<String> VERSIONS = List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3");
  private static final List<String> NAMES =
      List.of("name", "mbox", "mbox_sha1sum", "openid", "account");
  private static final int LOOKED_AT = 100;

  private final StatementStore store;
  private final XapiAnswers answers;

  OtherResources(StatementStore store, XapiAnswers answers) {
    this.store = store;
    this.answers = answers;
  }

  /** Asked without a version, since it tells which there are. */
  @GetMapping("/xapi/about")
  ResponseEntity<byte[]> about() {
    ObjectNode about = StatementReader.JSON.createObjectNode();
    ArrayNode versions = about.putArray("version");
    VERSIONS.forEach(versions::add);
    return answers.json(HttpStatus.OK, about);
  }

  /** Nothing is told but what was asked with. */
  @GetMapping("/xapi/agents")
  ResponseEntity<byte[]> agent(HttpServletRequest request) {
    Asked asked = Asked.of(request);
    asked.allow(Set.of("agent"));
    String text = asked.parameter("agent");
    if (text == null) {
      throw XapiFailure.bad("agent is missing");
    }
    JsonNode agent = StatementReader.json(text);
    StatementRules.checkWho(agent, "agent");
    ObjectNode person = StatementReader.JSON.createObjectNode();
    person.put("objectType", "Person");
    for (String key : NAMES) {
      if (agent.has(key)) {
        person.putArray(key).add(agent.path(key));
      }
    }
    return answers.json(HttpStatus.OK, person);
  }

  /** An activity as the statements that were sent by the same account describe it. */
  @GetMapping("/xapi/activities")
  ResponseEntity<byte[]> activity(
      HttpServletRequest request, @AuthenticationPrincipal ConsoleUser user) {
    Asked asked = Asked.of(request);
    asked.allow(Set.of("activityId"));
    String id = asked.parameter("activityId");
    if (id == null || !Iri.is(id)) {
      throw XapiFailure.bad("activityId has to be there and to be an IRI");
    }
    ObjectNode activity = StatementReader.JSON.createObjectNode();
    activity.put("objectType", "Activity");
    activity.put("id", id);
    ObjectNode definition = StatementReader.JSON.createObjectNode();
    List<Document> found =
        store.list(
            new Query(
                user.id(), null, false, null, id, false, null, null, null, false, 0, LOOKED_AT));
    for (int i = found.size() - 1; i >= 0; i--) {
      JsonNode object = StatementReader.JSON.readTree(found.get(i).json()).path("object");
      if (object.path("id").asString("").equals(id)) {
        Shown.merge(definition, object.path("definition"));
      }
    }
    if (!definition.isEmpty()) {
      activity.set("definition", definition);
    }
    return answers.json(HttpStatus.OK, activity);
  }

  /** Documents that platforms keep for themselves have no place here. */
  @RequestMapping({"/xapi/activities/state", "/xapi/activities/profile", "/xapi/agents/profile"})
  ResponseEntity<byte[]> notOffered() {
    return answers.failure(
        HttpStatus.NOT_FOUND,
        "states and profiles aren't offered: this store takes statements about training only");
  }
}
