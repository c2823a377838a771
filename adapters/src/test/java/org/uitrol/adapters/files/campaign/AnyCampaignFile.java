package org.uitrol.adapters.files.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.CampaignFile.Read;
import org.uitrol.domain.shared.PersonId;

/** Reads campaign files in a small world: a few people, a few countries, simple mail texts. */
final class AnyCampaignFile {

  static final Map<String, PersonId> PEOPLE =
      Map.of(
          "change.manager@gemeente-voorbeeld.example", new PersonId("p-1"),
          "directeur@gemeente-voorbeeld.example", new PersonId("p-2"),
          "trainer@gemeente-voorbeeld.example", new PersonId("p-3"),
          "0042", new PersonId("p-42"));

  private static final CampaignFile FILE =
      new CampaignFile(
          text -> text.contains("{{nonsense") ? List.of("there is no 'nonsense' here") : List.of(),
          Set.of("NL", "BE", "DE")::contains);

  private AnyCampaignFile() {}

  static Read read(byte[] bytes) {
    return FILE.read("plan.yaml", bytes, key -> Optional.ofNullable(PEOPLE.get(key)));
  }

  static Read read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Good good(String text) {
    Read read = read(text);
    assertThat(read).isInstanceOf(Good.class);
    return (Good) read;
  }

  static List<Problem> problems(String text) {
    Read read = read(text);
    assertThat(read).isInstanceOf(Bad.class);
    return ((Bad) read).problems();
  }

  static String resource(String path) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(AnyCampaignFile.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
