package org.uitrol.adapters.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.adapters.shared.SignedMessage.Verdict;

class AMessageThatIsSigned {

  /** The example of the specification, version 1.0. */
  private static final byte[] SECRET =
      Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final Instant SENT = Instant.ofEpochSecond(1614265330);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void is_signed_as_the_specification_shows() {
    assertThat(SignedMessage.sign(List.of(SECRET), ID, SENT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void is_good_when_one_of_its_signatures_fits() {
    assertThat(verify(SECRET, ID, "1614265330", SIGNATURE, BODY, SENT)).isEqualTo(Verdict.GOOD);
    assertThat(verify(SECRET, ID, "1614265330", "v1,bm8= v2,x " + SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.GOOD);
  }

  @ParameterizedTest
  @CsvSource({"300,GOOD", "-300,GOOD", "301,OUT_OF_TIME", "-301,OUT_OF_TIME", "9000,OUT_OF_TIME"})
  void is_good_for_five_minutes(long secondsLater, Verdict verdict) {
    assertThat(
            verify(
                SECRET,
                ID,
                "1614265330",
                SIGNATURE,
                BODY,
                SENT.plus(Duration.ofSeconds(secondsLater))))
        .isEqualTo(verdict);
  }

  @Test
  void is_forged_when_anything_of_it_is_another() {
    byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
    byte[] otherSecret = SECRET.clone();
    otherSecret[0]++;

    assertThat(verify(SECRET, ID, "1614265330", SIGNATURE, other, SENT)).isEqualTo(Verdict.FORGED);
    assertThat(verify(SECRET, ID + "x", "1614265330", SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.FORGED);
    assertThat(verify(SECRET, ID, "1614265331", SIGNATURE, BODY, SENT)).isEqualTo(Verdict.FORGED);
    assertThat(verify(otherSecret, ID, "1614265330", SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.FORGED);
    assertThat(verify(SECRET, ID, "1614265330", SIGNATURE.toLowerCase(Locale.ROOT), BODY, SENT))
        .isEqualTo(Verdict.FORGED);
    assertThat(verify(SECRET, ID, "1614265330", "", BODY, SENT)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void is_unsigned_when_a_header_is_missing_or_makes_no_sense() {
    assertThat(SignedMessage.verify(SECRET, null, "1614265330", SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.UNSIGNED);
    assertThat(SignedMessage.verify(SECRET, ID, null, SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.UNSIGNED);
    assertThat(SignedMessage.verify(SECRET, ID, "1614265330", null, BODY, SENT))
        .isEqualTo(Verdict.UNSIGNED);
    for (String time : List.of("", "now", "-1", "16142653301614265330", "1614265330.5")) {
      assertThat(verify(SECRET, ID, time, SIGNATURE, BODY, SENT)).isEqualTo(Verdict.UNSIGNED);
    }
    assertThat(verify(SECRET, "x".repeat(300), "1614265330", SIGNATURE, BODY, SENT))
        .isEqualTo(Verdict.UNSIGNED);
  }

  private static Verdict verify(
      byte[] secret, String id, String time, String signature, byte[] body, Instant now) {
    return SignedMessage.verify(secret, id, time, signature, body, now);
  }
}
