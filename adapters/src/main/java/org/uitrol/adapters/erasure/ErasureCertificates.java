package org.uitrol.adapters.erasure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.KeptAfterErasure;
import org.uitrol.domain.shared.Id;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in a file that somebody was erased, what went and what stays. It holds no name, and no id by
 * which the person could be found in the history; whoever holds it is who it was given to. It is
 * written from the events, so that it is the same whenever it is asked for.
 */
public final class ErasureCertificates {

  private static final String SEAL = "seal";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Seal seal;

  ErasureCertificates(Seal seal) {
    this.seal = seal;
  }

  /**
   * The certificate as JSON.
   *
   * @throws IllegalArgumentException when it isn't carried out
   */
  public byte[] of(Erasure erasure) {
    if (erasure.status() != Erasure.Status.ERASED) {
      throw new IllegalArgumentException("there is nothing to certify yet");
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("certificate", erasure.certificate().value());
    all.put("askedAt", String.valueOf(erasure.askedAt()));
    all.put("askedBy", id(erasure.askedBy()));
    all.put("ground", erasure.ground() == null ? null : erasure.ground().name());
    all.put("approvedAt", text(erasure.decidedAt()));
    all.put("approvedBy", id(erasure.decidedBy()));
    all.put("erasedAt", text(erasure.erasedAt()));
    all.put("doneAgainInARestoredDatabase", erasure.repeated());
    Map<String, Integer> destroyed = new LinkedHashMap<>();
    erasure.destroyed().forEach((kind, count) -> destroyed.put(kind.name(), count));
    all.put("destroyed", destroyed);
    List<String> stays = Arrays.stream(KeptAfterErasure.values()).map(Enum::name).toList();
    all.put("stays", stays);
    String text = JSON.writeValueAsString(all);
    all.put(SEAL, Base64.getUrlEncoder().withoutPadding().encodeToString(seal.of(text)));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  /** Whether a certificate was written here and is as it was; of anything else not. */
  public boolean isGenuine(byte[] certificate) {
    try {
      JsonNode read = JSON.readTree(new String(certificate, StandardCharsets.UTF_8));
      if (!(read instanceof ObjectNode all) || !all.path(SEAL).isString()) {
        return false;
      }
      byte[] told = Base64.getUrlDecoder().decode(all.path(SEAL).asString());
      all.remove(SEAL);
      return MessageDigest.isEqual(seal.of(JSON.writeValueAsString(all)), told);
    } catch (JacksonException | IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String id(@Nullable Id id) {
    return id == null ? null : id.value();
  }

  private static @Nullable String text(@Nullable Object moment) {
    return moment == null ? null : moment.toString();
  }
}
