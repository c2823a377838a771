package org.uitrol.adapters.mail.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsOfSomebody {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> the mail\n> before",
        "On Mon, 11 Jan 2027 at 10:00, Uitrol <uitrol@town.example> wrote:\nthe mail",
        "On Mon, 11 Jan 2027 at 10:00, Uitrol\n<uitrol@town.example> wrote:\n> the mail",
        "Op ma 11 jan 2027 om 10:00 schreef Uitrol <uitrol@town.example>:\nthe mail",
        "Op 11 jan. 2027, om 10:00 heeft Uitrol het volgende geschreven:\nthe mail",
        "Am 11.01.2027 um 10:00 schrieb Uitrol:\nthe mail",
        "-----Original Message-----\nthe mail",
        "-----Oorspronkelijk bericht-----\nthe mail",
        "________________________________\nFrom: Uitrol\nthe mail",
        "From: Uitrol <uitrol@town.example>\nSent: Monday, 11 January 2027\nthe mail",
        "Van: Uitrol <uitrol@town.example>\nVerzonden: maandag 11 januari 2027\nthe mail",
        "*Von:* Uitrol\n*Gesendet:* Montag\nthe mail",
        "-- \nSomebody\nTown"
      })
  void end_where_the_mail_before_begins(String below) {
    assertThat(OwnWords.of("Who sees this?\n\nAnd when?\n\n" + below))
        .isEqualTo("Who sees this?\n\nAnd when?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: where I sit, this looks odd.",
        "On Monday nobody wrote anything.",
        "a -- b",
        "Op maandag heb ik vrij."
      })
  void are_kept_when_they_only_look_so(String words) {
    assertThat(OwnWords.of(words)).isEqualTo(words);
  }

  @Example
  void are_read_from_a_mail_in_html() {
    String mail = "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Wie ziet dit?</p><p>Groet</p>";
    assertThat(new MimeMailReading().words(mail.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Wie ziet dit?\n\nGroet");
  }

  @Property
  void are_read_from_any_bytes(@ForAll byte[] raw) {
    assertThat(new MimeMailReading().words(raw)).isNotNull();
  }
}
