package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.TextProblem;
import org.uitrol.application.communication.port.TextProblem.Part;

class MailTextThatIsChecked {

  private static final Set<MailVariable> AVAILABLE =
      EnumSet.of(MailVariable.GIVEN_NAME, MailVariable.TOOL, MailVariable.ACTION_LINK);

  @Test
  void has_no_problems_when_it_only_uses_what_is_available() {
    assertThat(
            check(
                "Over {{tool}}",
                "Hallo {{givenName}},\n\n{{! toelichting }}\n{{#actionLink}}\n"
                    + "[Verder]({{actionLink}})\n{{/actionLink}}\n{{^actionLink}}\nTot ziens\n"
                    + "{{/actionLink}}\n\n[site](https://example.org) of <mailto:a@example.org>"
                    + " met `code`"))
        .isEmpty();
  }

  @Test
  void names_the_line_of_an_unknown_variable_and_what_is_allowed() {
    assertThat(check("x", "Hallo\n\n{{given_name}}"))
        .containsExactly(
            new TextProblem(
                Part.BODY,
                3,
                "there is no 'given_name' here; allowed: actionLink, givenName, tool"));
    assertThat(check("{{#salary}}x{{/salary}}", "Hallo"))
        .extracting(TextProblem::part, TextProblem::line)
        .containsExactly(tuple(Part.SUBJECT, 1));
  }

  @Test
  void cannot_look_inside_a_value_or_run_anything() {
    for (String tag :
        List.of(
            "{{givenName.class}}",
            "{{givenName.length}}",
            "{{this}}",
            "{{.}}",
            "{{-index}}",
            "{{entrySet}}",
            "{{#this}}x{{/this}}")) {
      assertThat(check("x", tag)).as(tag).isNotEmpty();
    }
  }

  @Test
  void has_no_unescaped_values_includes_or_other_braces() {
    for (String tag :
        List.of("{{{givenName}}}", "{{&givenName}}", "{{>other}}", "{{=<% %>=}}", "{{ & tool }}")) {
      assertThat(check("x", "eerste\n" + tag)).as(tag).extracting(TextProblem::line).contains(2);
    }
  }

  @Test
  void has_each_section_closed_in_order() {
    assertThat(check("x", "{{#tool}}\na")).hasSize(1);
    assertThat(check("x", "a\n{{/tool}}")).extracting(TextProblem::line).contains(2);
    assertThat(check("x", "{{#tool}}{{#givenName}}{{/tool}}{{/givenName}}")).isNotEmpty();
    assertThat(check("x", "a\n{{tool}\nb")).extracting(TextProblem::line).contains(2);
    assertThat(check("x", "a {{")).extracting(TextProblem::line).contains(1);
  }

  @Test
  void has_no_html_pictures_or_variables_in_code() {
    assertThat(check("x", "a\n\nb <b>c</b>")).extracting(TextProblem::line).contains(3);
    assertThat(check("x", "<div>\na\n</div>")).extracting(TextProblem::line).containsExactly(1);
    assertThat(check("x", "a\n\n![a](https://example.org/p.png)"))
        .extracting(TextProblem::line)
        .containsExactly(3);
    assertThat(check("x", "`{{tool}}`")).extracting(TextProblem::line).containsExactly(1);
    assertThat(check("x", "a\n\n```\n{{tool}}\n```")).extracting(TextProblem::line).contains(3);
    assertThat(check("x", "a\n\n    {{tool}}")).extracting(TextProblem::line).containsExactly(3);
  }

  @Test
  void links_only_to_the_web_or_a_mailbox() {
    for (String link :
        List.of("javascript:alert(1)", "file:///etc", "/page", "data:x", "www.x.nl")) {
      assertThat(check("x", "a\n[b](" + link + ")"))
          .as(link)
          .extracting(TextProblem::line)
          .containsExactly(2);
    }
  }

  @Test
  void has_a_subject_of_one_line_and_a_body() {
    assertThat(check(" ", "")).extracting(TextProblem::part).contains(Part.SUBJECT, Part.BODY);
    assertThat(check("a\nb", "c")).extracting(TextProblem::part).containsExactly(Part.SUBJECT);
  }

  @Test
  void is_not_written_without_a_value_that_it_mentions() {
    MarkdownMailWriter writer = new MarkdownMailWriter("Veldbeek");

    assertThatThrownBy(() -> writer.write("x", "Hallo {{givenName}}", "nl", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("givenName");
  }

  @Test
  void leaves_out_a_section_whose_variable_has_no_value() {
    MarkdownMailWriter writer = new MarkdownMailWriter("Veldbeek");

    assertThat(
            writer
                .write(
                    "x",
                    "a{{#session.link}} {{session.link}}{{/session.link}}{{^tool}} b{{/tool}}",
                    "nl",
                    Map.of())
                .text())
        .startsWith("a b\n");
  }

  private static List<TextProblem> check(String subject, String body) {
    return MailTemplate.check(subject, body, AVAILABLE);
  }
}
