package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.WrittenMail;

class MailTextFilledWithHostileNames {

  private final MarkdownMailWriter writer = new MarkdownMailWriter("Gemeente <Veldbeek> & co");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>J</h1>",
        "{{x}}",
        "{{{givenName}}}",
        "${7*7}",
        "[[${7*7}]]",
        "[a](http://evil)",
        "![a](http://evil)",
        "<http://evil>",
        "*b*",
        "__b__",
        "`b`",
        "# b",
        "- b",
        "1. b",
        "1) b",
        "> b",
        "~~~",
        "\\",
        "&amp;",
        "&#60;",
        "a & b \"c\" 'd'",
        "<script>alert(1)</script>",
        "[ref]: http://evil",
        "🙂 Zoë"
      })
  void shows_each_name_literally(String name) {
    WrittenMail mail =
        writer.write(
            "Voor {{givenName}}",
            "{{givenName}}\n\n# Kop {{givenName}}\n\n- {{givenName}}\n- *Hallo* {{givenName}}!",
            "nl",
            Map.of(MailVariable.GIVEN_NAME, name));

    String escaped =
        name.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
    assertThat(mail.subject()).isEqualTo("Voor " + name);
    assertThat(mail.text())
        .startsWith(name + "\n\nKop " + name + "\n====")
        .contains("\n\n- " + name + "\n- Hallo " + name + "!\n");
    assertThat(mail.html())
        .contains("<p style=\"margin:0 0 16px 0\">" + escaped + "</p>")
        .contains("<em>Hallo</em> " + escaped + "!")
        .doesNotContain("<h1>J")
        .doesNotContain("<script")
        .doesNotContain("href=\"http://evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: x@evil.example", "a\n\n# b", "a\u2028b", "a\u0085b", "a\tb"})
  void keeps_each_name_on_one_line(String name) {
    WrittenMail mail =
        writer.write("{{givenName}}", "{{givenName}}", "nl", Map.of(MailVariable.GIVEN_NAME, name));

    assertThat(mail.subject()).startsWith("a ").doesNotContain("\n", "\r");
    assertThat(mail.text().lines().findFirst().orElseThrow()).isEqualTo(mail.subject());
    assertThat(mail.html()).doesNotContain("<h1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "x y"})
  void makes_no_link_of_what_is_no_web_address(String link) {
    WrittenMail mail =
        writer.write("x", "[Verder]({{actionLink}})", "nl", Map.of(MailVariable.ACTION_LINK, link));

    assertThat(mail.html()).doesNotContain("href=\"" + link).doesNotContain("href=\"javascript");
  }
}
