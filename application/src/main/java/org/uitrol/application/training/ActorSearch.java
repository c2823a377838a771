package org.uitrol.application.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.PersonId;

/**
 * Finds the person whom a learning platform means: by an e-mail address, by its SHA-1, or by an
 * account at a place whose names are the organisation's own. Safe for many threads.
 */
public class ActorSearch {

  /** How long it may take until a new address is found by its SHA-1. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final PersonVault vault;
  private final CommandDesk desk;
  private final Set<String> homes;
  private @Nullable Hashes hashes;

  private record Hashes(Map<String, PersonId> people, Instant at) {}

  /**
   * @param homes the places at which an account is named by user name, e-mail address or employee
   *     number, as IRLs
   */
  public ActorSearch(PersonVault vault, CommandDesk desk, Set<String> homes) {
    this.vault = vault;
    this.desk = desk;
    this.homes = Set.copyOf(homes);
  }

  /** Empty when it is nobody's, or more than one person. */
  public Optional<PersonId> find(ActorName who) {
    return switch (who.kind()) {
      case MAIL -> vault.findByEmail(who.value());
      case MAIL_SHA1 -> bySha1(who.value().toLowerCase(Locale.ROOT));
      case ACCOUNT -> homes.contains(who.home()) ? byName(who.value()) : Optional.empty();
      case OPENID, GROUP -> Optional.empty();
    };
  }

  private Optional<PersonId> byName(String name) {
    return vault
        .findByUserName(name)
        .or(() -> vault.findByEmployeeNumber(name))
        .or(() -> vault.findByEmail(name));
  }

  /** Whoever changed address, or is gone, since the hashes were made isn't found by the old one. */
  private Optional<PersonId> bySha1(String hash) {
    return Optional.ofNullable(hashes().get(hash))
        .filter(
            person ->
                vault.find(person).map(data -> hash.equals(sha1(data.email()))).orElse(false));
  }

  private synchronized Map<String, PersonId> hashes() {
    Instant now = desk.now();
    Hashes known = hashes;
    if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) > 0) {
      Map<String, PersonId> people = new HashMap<>();
      vault.forEach(
          (person, data) -> {
            String hash = sha1(data.email());
            if (!hash.isEmpty()) {
              people.put(hash, person);
            }
          });
      known = new Hashes(people, now);
      hashes = known;
    }
    return known.people();
  }

  /** Of {@code mailto:} and the address, as the Experience API has it. */
  private static String sha1(@Nullable String email) {
    if (email == null || email.isBlank()) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of()
          .formatHex(
              digest.digest(
                  ("mailto:" + email.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
