package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.ReceivedMail;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

class MailsBeforeTheyAreSent {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PATH = "/campaigns/" + SmallTown.CAMPAIGN + "/mails";

  private static Visitor manager;

  @BeforeAll
  static void a_campaign_is_under_way() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "anna", Role.CHANGE_MANAGER);
  }

  @Test
  void are_all_there_to_look_at_in_each_language() {
    for (BuiltInMail mail : BuiltInMail.values()) {
      for (String language : new String[] {"nl", "en"}) {
        HttpResponse<String> page =
            manager.get(PATH + "?mail=" + mail.key() + "&language=" + language);
        HttpResponse<String> html =
            manager.get(PATH + "/html?mail=" + mail.key() + "&language=" + language);

        assertThat(page.statusCode()).as("%s in %s", mail, language).isEqualTo(200);
        assertThat(page.body()).doesNotContain("??", "{{", "…</pre>");
        assertThat(html.statusCode()).isEqualTo(200);
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
            .startsWith("sandbox; default-src 'none'");
        assertThat(html.body()).doesNotContain("??", ">…<", "{{");
      }
    }
  }

  @Test
  void are_shown_as_a_person_gets_them_without_links_to_the_person_s_own_page() {
    HttpResponse<String> page =
        manager.post(PATH, Map.of("mail", "invitation", "reader", "jan@town.example"));

    assertThat(page.body()).contains("For Jan de Vries, in Dutch", "Hallo");
    assertThat(page.body()).doesNotContain("/p/", "/u/");
    String html = manager.get(PATH + "/html?mail=invitation&person=" + SmallTown.JAN).body();
    assertThat(html).contains("<html lang=\"nl\"").doesNotContain("/p/", "/u/");
  }

  @Test
  void are_not_shown_for_somebody_unknown_and_what_was_typed_stays() {
    HttpResponse<String> page =
        manager.post(PATH, Map.of("mail", "task", "reader", "nobody@town.example"));

    assertThat(page.body())
        .contains(
            "There is nobody with that e-mail address or employee number.",
            "value=\"nobody@town.example\"");
    assertThat(manager.get(PATH + "?mail=nonsense").statusCode()).isEqualTo(404);
    assertThat(manager.get("/campaigns/none/mails").statusCode()).isEqualTo(404);
  }

  @Test
  void can_be_sent_to_oneself_with_an_invitation_that_a_calendar_takes() {
    Visitor eva = linked("eva", SmallTown.EVA);
    eva.get(PATH + "?mail=invitation");

    HttpResponse<String> sent =
        eva.post(PATH + "/test", Map.of("mail", "invitation", "language", "en"));

    assertThat(sent.body()).contains("The mail is on its way to eva@town.example.");
    BuiltInMailbox mailbox = UITROL.bean(BuiltInMailbox.class);
    ReceivedMail mail =
        mailbox.list("eva@town.example", 0, 50).mails().stream()
            .filter(one -> one.subject().contains("Demonstration"))
            .findFirst()
            .orElseThrow();
    assertThat(Objects.requireNonNull(mailbox.read(mail.id()).orElseThrow().calendar()))
        .contains("METHOD:REQUEST", "mailto:eva@town.example");
  }

  @Test
  void are_sent_to_nobody_when_the_account_is_nobody_s() {
    manager.get(PATH);

    assertThat(manager.post(PATH + "/test", Map.of("mail", "task")).body())
        .contains("Your account belongs to no employee");
  }

  private static Visitor linked(String name, PersonId person) {
    Visitor visitor = Visitor.signedIn(UITROL, name, Role.CHANGE_MANAGER);
    Accounts accounts = UITROL.bean(Accounts.class);
    accounts.link(accounts.find(name).orElseThrow().user().id(), person);
    return visitor;
  }
}
