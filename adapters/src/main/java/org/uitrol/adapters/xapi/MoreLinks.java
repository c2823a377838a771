package org.uitrol.adapters.xapi;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.domain.shared.AccountId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Links to the rest of what was asked for. They are sealed, since whom a question is about has no
 * place in an address that is answered, and good for whoever asked alone.
 */
@Component
class MoreLinks {

  private static final String PURPOSE = "more";
  private static final int LONGEST = 8_000;

  private final VaultCipher cipher;
  private final byte[] key;

  MoreLinks(MasterKey master) {
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol xapi more 1");
  }

  /**
   * What is left of a question.
   *
   * @param beyond the number of the statement after which it goes on
   */
  record Rest(Map<String, String> parameters, long beyond) {}

  String link(String path, Rest rest, AccountId sender) {
    ObjectNode whole = StatementReader.JSON.createObjectNode();
    whole.put("beyond", rest.beyond());
    ObjectNode parameters = whole.putObject("parameters");
    rest.parameters().forEach(parameters::put);
    byte[] sealed =
        cipher.seal(key, sender, PURPOSE, StatementReader.JSON.writeValueAsBytes(whole));
    return path + "?more=" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  Optional<Rest> read(String token, AccountId sender) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode whole =
          StatementReader.JSON.readTree(
              cipher.open(key, sender, PURPOSE, Base64.getUrlDecoder().decode(token)));
      Map<String, String> parameters = new LinkedHashMap<>();
      whole
          .path("parameters")
          .properties()
          .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().stringValue()));
      return Optional.of(new Rest(parameters, whole.path("beyond").longValue()));
    } catch (IllegalArgumentException | IllegalStateException altered) {
      return Optional.empty();
    }
  }
}
