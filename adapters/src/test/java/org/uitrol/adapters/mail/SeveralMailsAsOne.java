package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.MailPart;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.WrittenMail;

class SeveralMailsAsOne {

  private static final String HOSTILE = "<h1>J</h1> *b* [a](http://evil)";

  private final MarkdownMailWriter writer = new MarkdownMailWriter("Gemeente Veldbeek");

  @Test
  void stand_each_under_their_subject_with_one_way_to_unsubscribe() {
    WrittenMail mail =
        writer.together(
            List.of(
                part("Nieuws over {{tool}}", "Hallo {{givenName}}, *lees* dit.", "Jan"),
                part("Tip: {{givenName}}", "- een\n- twee", HOSTILE)),
            "nl",
            around("Jan"));

    assertThat(mail.language()).isEqualTo("nl");
    assertThat(mail.subject()).isEqualTo("Wat er deze week speelt");
    assertThat(mail.text())
        .startsWith("Hallo Jan,\n")
        .containsSubsequence(
            "Nieuws over Copilot\n---",
            "Hallo Jan, lees dit.",
            "Tip: " + HOSTILE + "\n---",
            "- een\n- twee",
            "----",
            "https://example.org/unsubscribe")
        .containsOnlyOnce("https://example.org/unsubscribe");
    assertThat(mail.html())
        .contains(
            "Nieuws over Copilot</h2>", "Tip: &lt;h1&gt;J&lt;/h1&gt; *b* [a](http://evil)</h2>")
        .contains("<em>lees</em>")
        .containsOnlyOnce("<html");
  }

  @Test
  void come_in_the_language_of_the_reader_around_parts_in_their_own() {
    WrittenMail mail =
        writer.together(List.of(part("Nieuws", "Hallo", "Jan")), "en-GB", around("Jan"));

    assertThat(mail.subject()).isEqualTo("This week");
    assertThat(mail.text()).contains("Hello Jan", "Nieuws", "Unsubscribe");
  }

  @Test
  void are_not_written_when_one_of_them_cannot_be() {
    Map<MailVariable, String> values = around("Jan");

    assertThatThrownBy(
            () ->
                writer.together(
                    List.of(new MailPart("Nieuws", "{{survey.title}}", "nl", values)),
                    "nl",
                    values))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.together(List.of(), "nl", around(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("givenName");
  }

  private static MailPart part(String subject, String body, String name) {
    Map<MailVariable, String> values = around(name);
    values.put(MailVariable.TOOL, "Copilot");
    return new MailPart(subject, body, "nl", values);
  }

  private static Map<MailVariable, String> around(String name) {
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    values.put(MailVariable.GIVEN_NAME, name);
    values.put(MailVariable.PLAN_LINK, "https://example.org/plan");
    values.put(MailVariable.UNSUBSCRIBE_LINK, "https://example.org/unsubscribe");
    return values;
  }
}
