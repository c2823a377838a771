package org.uitrol.adapters.dossier;

import java.nio.charset.StandardCharsets;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a dossier for programs: the same dossier gives the same bytes. */
final class DossierJson {

  private static final JsonMapper JSON =
      EventJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DossierJson() {}

  static byte[] write(DossierDocument document) {
    return (JSON.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
