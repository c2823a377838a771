package org.uitrol.adapters.xapi;

import java.net.URI;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.domain.shared.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every answer of the Experience API has. */
@Component
class XapiAnswers {

  static final String VERSION = "1.0.3";

  private static final String CONSISTENT = "X-Experience-API-Consistent-Through";

  private final StatementStore store;
  private final CommandDesk desk;
  private final String base;

  XapiAnswers(
      StatementStore store,
      CommandDesk desk,
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base) {
    this.store = store;
    this.desk = desk;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /** Whatever was stored by that moment can be read. */
  Instant consistentThrough() {
    return store.consistentThrough(desk.now());
  }

  ResponseEntity.BodyBuilder answer(HttpStatusCode status) {
    return answer(status, consistentThrough());
  }

  ResponseEntity.BodyBuilder answer(HttpStatusCode status, Instant consistentThrough) {
    return ResponseEntity.status(status)
        .header(Asked.VERSION, VERSION)
        .header(CONSISTENT, Shown.moment(consistentThrough));
  }

  ResponseEntity<byte[]> json(HttpStatusCode status, JsonNode document) {
    return answer(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(StatementReader.JSON.writeValueAsBytes(document));
  }

  /** Why a request isn't done, for who writes programs. */
  ResponseEntity<byte[]> failure(HttpStatusCode status, String why) {
    ObjectNode document = StatementReader.JSON.createObjectNode();
    document.put("error", true);
    document.put("status", status.value());
    document.put("message", why);
    return json(status, document);
  }

  /** Who answers for a statement: the account whose token was used. */
  JsonNode authority(AccountId account) {
    ObjectNode agent = StatementReader.JSON.createObjectNode();
    agent.put("objectType", "Agent");
    ObjectNode name = agent.putObject("account");
    name.put("homePage", base);
    name.put("name", account.value());
    return agent;
  }
}
