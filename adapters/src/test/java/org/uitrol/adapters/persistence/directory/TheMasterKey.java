package org.uitrol.adapters.persistence.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheMasterKey {

  @TempDir Path directory;

  @Test
  void is_made_once_and_readable_for_its_owner_only() throws IOException {
    Path file = directory.resolve("data").resolve("master.key");
    MasterKey made = MasterKey.in(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKey.in(file).derive("x")).isEqualTo(made.derive("x")).hasSize(32);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void differs_between_two_installations_and_two_purposes() {
    MasterKey one = MasterKey.in(directory.resolve("one"));
    MasterKey two = MasterKey.in(directory.resolve("two"));
    assertThat(one.derive("x")).isNotEqualTo(two.derive("x")).isNotEqualTo(one.derive("y"));
  }

  @Test
  void derives_keys_as_hkdf_prescribes() {
    // HKDF-SHA-256 by OpenSSL 3: secret 00..1f, salt "uitrol", info "uitrol vault index 1", 32
    // bytes
    MasterKey key = MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    assertThat(HexFormat.of().formatHex(key.derive("uitrol vault index 1")))
        .isEqualTo("8ad81e976cd97d0686b911be41d817a0c8864ce439cce38c4a6cb7f371c0cfab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "not base64!", "c2hvcnQ=", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj"})
  void is_refused_when_it_is_not_32_bytes_without_showing_it(String wrong) {
    assertThatThrownBy(() -> MasterKey.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a master key is 32 bytes in Base64; `openssl rand -base64 32` makes one");
  }

  @Test
  void is_not_replaced_when_its_file_is_damaged() throws IOException {
    Path file = directory.resolve("master.key");
    Files.writeString(file, "damaged", StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> MasterKey.in(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("master.key");
    assertThat(file).hasContent("damaged");
  }

  @Test
  void is_not_shown_in_text() {
    assertThat(MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))
        .hasToString("MasterKey[hidden]");
  }
}
