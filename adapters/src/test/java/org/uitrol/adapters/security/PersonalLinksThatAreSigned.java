package org.uitrol.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SurveyId;

class PersonalLinksThatAreSigned {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(60));
  private static final PersonId SANNE = new PersonId("p-1");
  private static final SurveyId SURVEY = new SurveyId("s-1");

  private final SignedLinks links = links(1);

  @Test
  void say_whose_they_are_and_what_they_are_for() {
    String token = token(links.survey(SANNE, SURVEY, NOW));

    assertThat(links.read(Purpose.SURVEY, token, NOW))
        .contains(new PersonalLink(Purpose.SURVEY, SANNE, "s-1", NOW.plus(Duration.ofDays(30))));
    assertThat(links.survey(SANNE, SURVEY, NOW).toString()).startsWith("https://uitrol.example/s/");
    assertThat(links.plan(SANNE, NOW).toString()).startsWith("https://uitrol.example/p/");
    assertThat(links.unsubscribe(SANNE).toString()).startsWith("https://uitrol.example/u/");
  }

  @Test
  void are_good_until_their_last_second_and_no_longer() {
    String token = token(links.plan(SANNE, NOW));

    assertThat(links.read(Purpose.PLAN, token, LATER.minusMillis(1))).isPresent();
    assertThat(links.read(Purpose.PLAN, token, LATER)).isEmpty();
    assertThat(links.read(Purpose.PLAN, token, LATER.plusSeconds(1))).isEmpty();
    assertThat(
            links.read(Purpose.UNSUBSCRIBE, token(links.unsubscribe(SANNE)), LATER.plusSeconds(1)))
        .isPresent();
  }

  @Test
  void are_good_for_one_purpose_only() {
    List<URI> all =
        List.of(
            links.plan(SANNE, NOW),
            links.survey(SANNE, SURVEY, NOW),
            links.unsubscribe(SANNE),
            links.calendar(SANNE, 1));

    assertThat(Purpose.values()).hasSameSizeAs(all);
    for (URI link : all) {
      assertThat(Purpose.values())
          .filteredOn(purpose -> links.read(purpose, token(link), NOW).isPresent())
          .hasSize(1);
    }
  }

  @Test
  void are_nobody_elses_when_a_single_bit_of_them_was_changed() {
    String token = token(links.plan(SANNE, NOW));
    int dot = token.indexOf('.');
    byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    assertThat(links.read(Purpose.PLAN, write(content, signature), NOW)).isPresent();

    for (int bit = 0; bit < content.length * 8; bit++) {
      assertThat(links.read(Purpose.PLAN, write(flipped(content, bit), signature), NOW)).isEmpty();
    }
    for (int bit = 0; bit < signature.length * 8; bit++) {
      assertThat(links.read(Purpose.PLAN, write(content, flipped(signature, bit)), NOW)).isEmpty();
    }
  }

  @Test
  void are_not_good_with_a_signature_that_is_cut_off_missing_or_too_long() {
    String token = token(links.plan(SANNE, NOW));
    int dot = token.indexOf('.');
    byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));

    for (int length : new int[] {0, 1, 16, signature.length - 1, signature.length + 1}) {
      assertThat(links.read(Purpose.PLAN, write(content, Arrays.copyOf(signature, length)), NOW))
          .as("%s bytes", length)
          .isEmpty();
    }
  }

  @Test
  void are_not_good_under_another_key() {
    String token = token(links(2).plan(SANNE, NOW));

    assertThat(links(2).read(Purpose.PLAN, token, NOW)).isPresent();
    assertThat(links.read(Purpose.PLAN, token, NOW)).isEmpty();
  }

  @Test
  void are_not_good_when_they_are_written_in_any_other_way() {
    String token = token(links.plan(SANNE, NOW));
    String content = token.substring(0, token.indexOf('.'));
    String padded =
        Base64.getUrlEncoder().encodeToString("p\np-1\n".getBytes(StandardCharsets.UTF_8));
    List<String> others =
        List.of(
            "",
            ".",
            "p-1",
            content,
            content + ".",
            "." + token,
            token + ".",
            token + "x",
            token.replace('.', ':'),
            token.replace(".", ".."),
            "%" + token,
            padded + "." + content,
            "é." + content,
            "x".repeat(600) + "." + content,
            token.repeat(20));

    assertThat(others)
        .allSatisfy(other -> assertThat(links.read(Purpose.PLAN, other, NOW)).isEmpty());
  }

  /** Signed well, and yet not what a link says, as one of another form would be. */
  @Test
  void are_not_good_when_they_say_less_more_or_something_else_although_the_signature_fits() {
    String expiry = Long.toString(LATER.getEpochSecond());
    assertThat(read("p\np-1\n\n" + expiry)).isPresent();

    assertThat(
            List.of(
                "",
                "p-1\n" + expiry,
                "p\np-1\n" + expiry,
                "p\np-1\n\n" + expiry + "\n",
                "p\np-1\nx\ny\n" + expiry,
                "x\np-1\n\n" + expiry,
                "P\np-1\n\n" + expiry,
                "p\n\n\n" + expiry,
                "p\np-1\n\n",
                "p\np-1\n\nnever",
                "p\np-1\n\n1e12",
                "p\np-1\n\n" + Long.MAX_VALUE,
                "p\np-1\n\n99999999999999999999",
                "{\"person\":\"p-1\"}"))
        .allSatisfy(content -> assertThat(read(content)).as(content).isEmpty());
  }

  /** How long it takes to compare must not tell how much of a guess is right. */
  @Test
  void are_compared_in_constant_time() throws Exception {
    String source =
        Files.readString(Path.of("src/main/java/org/uitrol/adapters/security/SignedLinks.java"));

    assertThat(source)
        .contains("MessageDigest.isEqual(sign(content), signature)")
        .doesNotContain("Arrays.equals");
  }

  private Optional<PersonalLink> read(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return links.read(Purpose.PLAN, write(bytes, sign(bytes)), NOW);
  }

  /** As the application signs, worked out once more by itself. */
  private static byte[] sign(byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master(1).derive("uitrol links 1"), "HmacSHA256"));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignedLinks links(int secret) {
    return new SignedLinks(URI.create("https://uitrol.example/"), master(secret));
  }

  private static MasterKey master(int secret) {
    byte[] bytes = new byte[MasterKey.LENGTH];
    Arrays.fill(bytes, (byte) secret);
    return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
  }

  /** The second part of the path: a calendar's address has a third, the name of a file. */
  private static String token(URI link) {
    return link.getRawPath().split("/", -1)[2];
  }

  private static String write(byte[] content, byte[] signature) {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(content) + "." + encoder.encodeToString(signature);
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] changed = bytes.clone();
    changed[bit / 8] ^= (byte) (1 << (bit % 8));
    return changed;
  }
}
