package org.uitrol.adapters.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.application.communication.port.PersonalLinks;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Personal links signed with HMAC-SHA-256 under a key of their own. A token is the purpose, the
 * person, the subject and the second of expiry in Base64url, a dot and the signature.
 */
@Component
public final class SignedLinks implements PersonalLinks {

  private static final String HMAC = "HmacSHA256";
  private static final Duration PLAN_LASTS = Duration.ofDays(60);
  private static final Duration SURVEY_LASTS_AFTER_CLOSING = Duration.ofDays(30);
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int LONGEST_TOKEN = 512;

  private final String base;
  private final byte[] key;

  public SignedLinks(
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base,
      MasterKey master) {
    this.base = base.toString().replaceAll("/+$", "");
    this.key = master.derive("uitrol links 1");
  }

  @Override
  public URI plan(PersonId person, Instant at) {
    return link(new PersonalLink(Purpose.PLAN, person, "", at.plus(PLAN_LASTS)));
  }

  @Override
  public URI survey(PersonId person, SurveyId survey, Instant closesAt) {
    return link(
        new PersonalLink(
            Purpose.SURVEY, person, survey.value(), closesAt.plus(SURVEY_LASTS_AFTER_CLOSING)));
  }

  @Override
  public URI preferences(PersonId person, Instant at) {
    return URI.create(plan(person, at) + "#preferences");
  }

  @Override
  public URI questions(PersonId person, Instant at) {
    return URI.create(plan(person, at) + "/questions");
  }

  /** Where whoever has the code of a question reads its answer. */
  public URI secret(String code) {
    return URI.create(base + "/q/" + code);
  }

  @Override
  public URI concern(ConcernId concern) {
    return URI.create(base + "/concerns/" + concern);
  }

  @Override
  public URI unsubscribe(PersonId person) {
    return link(new PersonalLink(Purpose.UNSUBSCRIBE, person, "", NEVER));
  }

  /** The person's sessions, for a calendar program; good until the person withdraws it. */
  public URI calendar(PersonId person, int number) {
    PersonalLink link = new PersonalLink(Purpose.CALENDAR, person, Integer.toString(number), NEVER);
    return URI.create(link(link) + "/uitrol.ics");
  }

  @Override
  public URI department(RolloutId rollout) {
    return URI.create(base + "/rollouts/" + rollout);
  }

  /** What a token says; empty when it was altered, has expired or is for another purpose. */
  public Optional<PersonalLink> read(Purpose purpose, String token, Instant now) {
    int dot = token.indexOf('.');
    if (token.length() > LONGEST_TOKEN || dot < 1) {
      return Optional.empty();
    }
    try {
      byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(sign(content), signature)) {
        return Optional.empty();
      }
      return parse(new String(content, StandardCharsets.UTF_8))
          .filter(link -> link.purpose() == purpose && now.isBefore(link.expires()));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The token of a link. */
  public String token(PersonalLink link) {
    byte[] content =
        String.join(
                "\n",
                link.purpose().code(),
                link.person().value(),
                link.subject(),
                Long.toString(link.expires().getEpochSecond()))
            .getBytes(StandardCharsets.UTF_8);
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(content) + "." + encoder.encodeToString(sign(content));
  }

  private URI link(PersonalLink link) {
    return URI.create(base + "/" + link.purpose().code() + "/" + token(link));
  }

  private static Optional<PersonalLink> parse(String content) {
    List<String> parts = List.of(content.split("\n", -1));
    for (Purpose purpose : Purpose.values()) {
      if (parts.size() == 4 && purpose.code().equals(parts.get(0))) {
        return Optional.of(
            new PersonalLink(
                purpose,
                new PersonId(parts.get(1)),
                parts.get(2),
                Instant.ofEpochSecond(Long.parseLong(parts.get(3)))));
      }
    }
    return Optional.empty();
  }

  private byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
