package org.uitrol.adapters.api;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is known as JSON in the way of the history: identifiers and moments as texts. */
public final class Documents {

  private static final JsonMapper JSON = EventJson.mapper();

  private Documents() {}

  public static ResponseEntity<byte[]> of(Map<String, ?> document) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(document));
  }
}
