package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.WrittenMail;

class BuiltInTexts {

  private static final Set<MailVariable> LINKS =
      Set.of(
          MailVariable.SESSION_LINK,
          MailVariable.COURSE_LINK,
          MailVariable.ACTION_LINK,
          MailVariable.PLAN_LINK,
          MailVariable.ANSWERS_LINK,
          MailVariable.PREFERENCES_LINK,
          MailVariable.UNSUBSCRIBE_LINK);

  private final MarkdownMailWriter writer = new MarkdownMailWriter("Gemeente Veldbeek");

  @ParameterizedTest
  @EnumSource
  void say_all_they_are_told_in_both_languages(BuiltInMail mail) {
    for (String language : MarkdownMailWriter.LANGUAGES) {
      Map<MailVariable, String> values = values(mail.variables());

      WrittenMail written = writer.write(mail, language, values);

      assertThat(written.language()).isEqualTo(language);
      String all = written.subject() + "\n" + written.text();
      values.forEach(
          (variable, value) -> {
            if (variable != MailVariable.ORGANISATION) {
              assertThat(all).as("%s in %s.%s", variable, mail.key(), language).contains(value);
            }
          });
      assertThat(all).contains("Gemeente Veldbeek").doesNotContain("{{", "}}", "**", "](", "\\");
      assertThat(written.html())
          .contains("<html lang=\"" + language + "\"")
          .contains("Gemeente Veldbeek")
          .doesNotContain("{{", "}}", "**", "](", "<img", "src=");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leave_out_the_words_around_what_they_are_not_told(BuiltInMail mail) {
    for (String language : MarkdownMailWriter.LANGUAGES) {
      WrittenMail written = writer.write(mail, language, values(mail.needs()));

      assertThat(written.text())
          .doesNotContain("{{", "}}", "()", ": \n", ":\n\n\n", "\n\n\n", " .", "- \n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_not_written_when_something_needed_is_absent(BuiltInMail mail) {
    for (MailVariable needed : mail.needs()) {
      Map<MailVariable, String> values = values(mail.variables());
      values.put(needed, " ");

      assertThatThrownBy(() -> writer.write(mail, "nl", values))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(needed.variableName())
          .hasMessageContaining(mail.key());
    }
  }

  @Test
  void differ_between_dutch_and_english() {
    for (BuiltInMail mail : BuiltInMail.values()) {
      Map<MailVariable, String> values = values(mail.variables());
      assertThat(writer.write(mail, "nl", values).text())
          .isNotEqualTo(writer.write(mail, "en", values).text());
    }
  }

  @Test
  void come_in_the_nearest_language_that_there_is() {
    Map<MailVariable, String> values = values(BuiltInMail.TASK.variables());

    assertThat(writer.write(BuiltInMail.TASK, "nl-BE", values).language()).isEqualTo("nl");
    assertThat(writer.write(BuiltInMail.TASK, "en-GB", values).language()).isEqualTo("en");
    assertThat(writer.write(BuiltInMail.TASK, "pl", values).language()).isEqualTo("en");
  }

  @Test
  void offer_to_unsubscribe_only_when_that_is_possible() {
    Map<MailVariable, String> values = values(BuiltInMail.SURVEY_REMINDER.variables());
    WrittenMail optional = writer.write(BuiltInMail.SURVEY_REMINDER, "nl", values);
    values.remove(MailVariable.UNSUBSCRIBE_LINK);
    WrittenMail mandatory = writer.write(BuiltInMail.SURVEY_REMINDER, "nl", values);

    assertThat(optional.text()).contains("Meld je af (https://example.org/unsubscribeLink)");
    assertThat(mandatory.text()).doesNotContain("Meld je af");
    assertThat(mandatory.html()).doesNotContain("Meld je af");
  }

  @Test
  void show_what_is_asked_as_a_button_and_as_an_address() {
    Map<MailVariable, String> values = values(BuiltInMail.SURVEY_REMINDER.variables());
    values.put(MailVariable.ACTION_LINK, "https://example.org/s?a=1&b=_x_y_#z");

    WrittenMail mail = writer.write(BuiltInMail.SURVEY_REMINDER, "nl", values);

    assertThat(mail.html())
        .contains("<a href=\"https://example.org/s?a=1&amp;b=_x_y_#z\" class=\"button\"");
    assertThat(mail.text())
        .contains("\n\nVragen beantwoorden:\nhttps://example.org/s?a=1&b=_x_y_#z\n");
  }

  private static Map<MailVariable, String> values(Set<MailVariable> variables) {
    Map<MailVariable, String> values = new EnumMap<>(MailVariable.class);
    for (MailVariable variable : variables) {
      values.put(
          variable,
          LINKS.contains(variable)
              ? "https://example.org/" + variable.variableName()
              : "<" + variable.variableName() + ">");
    }
    return values;
  }
}
