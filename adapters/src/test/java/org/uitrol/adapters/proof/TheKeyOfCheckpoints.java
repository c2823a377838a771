package org.uitrol.adapters.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;

class TheKeyOfCheckpoints {

  private static final Instant AT = Instant.parse("2027-01-11T02:30:00Z");

  @TempDir private Path folder = Path.of("");

  /** RFC 8032, section 7.1, test 1. */
  @Test
  void follows_from_its_secret_as_the_standard_says() {
    SigningKey key =
        SigningKey.of(
            HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
            Set.of());
    assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(key.publicKey())))
        .isEqualTo(
            "302a300506032b6570032100"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void is_read_from_a_file_that_other_programs_write() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path file =
        Proofs.written(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    SigningKey key = SigningKey.in(file, Set.of());
    assertThat(Base64.getDecoder().decode(key.publicKey()))
        .isEqualTo(pair.getPublic().getEncoded());
    Path wrong = Proofs.written(folder.resolve("public.pem"), Ed25519.pem(key.publicKey()));
    assertThat(Ed25519.publicKey(wrong)).isEqualTo(key.publicKey());
    assertThatThrownBy(() -> SigningKey.in(wrong, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds no PRIVATE KEY");
  }

  @Test
  void signs_what_names_it_and_shows_nothing() {
    SigningKey key = SigningKey.of(new byte[32], Set.of());
    SignedCheckpoint signed = key.sign(checkpoint(key.fingerprint()));
    assertThat(Ed25519.isSigned(signed)).isTrue();
    assertThat(key.hasSigned(signed)).isTrue();
    assertThat(key).hasToString("SigningKey[" + key.fingerprint() + "]");
    assertThatThrownBy(() -> key.sign(checkpoint(Hash.NONE)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(Ed25519.isSigned(new SignedCheckpoint(signed.checkpoint(), "?", "?"))).isFalse();
    assertThat(
            Ed25519.isSigned(new SignedCheckpoint(signed.checkpoint(), signed.publicKey(), "AAAA")))
        .isFalse();
  }

  @Test
  void counts_for_what_it_signed_also_after_it_was_replaced_if_that_is_said() {
    SigningKey former = SigningKey.of(new byte[32], Set.of());
    SignedCheckpoint signed = former.sign(checkpoint(former.fingerprint()));
    byte[] secret = new byte[32];
    secret[0] = 1;
    assertThat(SigningKey.of(secret, Set.of()).hasSigned(signed)).isFalse();
    assertThat(SigningKey.of(secret, Set.of(former.fingerprint())).hasSigned(signed)).isTrue();
  }

  @Test
  void is_used_at_the_same_time_of_each_day_also_when_the_clocks_change() {
    CheckpointSchedule schedule =
        new CheckpointSchedule(LocalTime.of(2, 30), ZoneId.of("Europe/Amsterdam"));
    assertThat(schedule.after(Instant.parse("2027-03-27T00:00:00Z")))
        .hasValue(Instant.parse("2027-03-27T01:30:00Z"));
    // There is no half past two on that day.
    assertThat(schedule.after(Instant.parse("2027-03-27T01:30:00Z")))
        .hasValue(Instant.parse("2027-03-28T01:30:00Z"));
    assertThat(schedule.after(Instant.parse("2027-03-28T01:30:00Z")))
        .hasValue(Instant.parse("2027-03-29T00:30:00Z"));
    assertThat(new CheckpointSchedule(null, ZoneId.of("UTC")).after(AT)).isEmpty();
  }

  private static Checkpoint checkpoint(Hash key) {
    return new Checkpoint(1, 12, 15, Hash.NONE, Hash.NONE, AT, Hash.NONE, key);
  }
}
