package org.uitrol.adapters.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnUploadOnTheDisk {

  private static final byte[] FILE =
      "personeelsnummer;naam\n1;Zoë van Dijk\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void reads_as_it_was_more_than_once_and_is_gone_when_closed() throws IOException {
    Set<Path> before = uploads();
    try (SealedUpload upload = SealedUpload.of(new ByteArrayInputStream(FILE))) {
      assertThat(bytes(upload)).isEqualTo(FILE);
      assertThat(bytes(upload)).isEqualTo(FILE);
      Set<Path> now = uploads();
      now.removeAll(before);
      assertThat(now)
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain("van Dijk", "personeelsnummer"));
    }
    assertThat(before).containsAll(uploads());
  }

  @Test
  void is_gone_when_the_sender_breaks_off() throws IOException {
    Set<Path> before = uploads();
    InputStream breaking =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("broken off");
            }
            return 'x';
          }
        };
    assertThatThrownBy(() -> SealedUpload.of(breaking)).hasMessage("broken off");
    assertThat(before).containsAll(uploads());
  }

  private static byte[] bytes(SealedUpload upload) throws IOException {
    try (InputStream in = upload.open()) {
      return in.readAllBytes();
    }
  }

  private static Set<Path> uploads() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith("uitrol-people-")).toList();
      return new TreeSet<>(found);
    }
  }
}
