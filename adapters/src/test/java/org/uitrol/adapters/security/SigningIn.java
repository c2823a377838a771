package org.uitrol.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class SigningIn {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String PASSWORD = "a long enough password";

  @BeforeAll
  static void there_is_an_administrator() {
    account("admin", Role.ADMIN);
  }

  @Test
  void gives_another_session_than_before() {
    Visitor visitor = new Visitor(UITROL);
    visitor.get("/login");
    String before = visitor.session();

    visitor.signIn("admin", PASSWORD);

    assertThat(before).isNotEmpty();
    assertThat(visitor.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void leads_to_the_page_that_was_asked_for() {
    Visitor visitor = new Visitor(UITROL);
    visitor.get("/accounts");

    assertThat(location(visitor.signIn("admin", PASSWORD))).contains("/accounts");
  }

  @Test
  void is_answered_alike_for_unknown_names_and_wrong_passwords() {
    Visitor visitor = new Visitor(UITROL);

    HttpResponse<String> unknown = visitor.signIn("nobody", PASSWORD);
    HttpResponse<String> wrong = visitor.signIn("admin", "some other password");

    assertThat(unknown.statusCode()).isEqualTo(302);
    assertThat(location(unknown)).isEqualTo(location(wrong)).endsWith("/login?failed");
    new Visitor(UITROL).signIn("admin", PASSWORD);
  }

  @Test
  void rests_after_five_wrong_passwords_even_for_the_right_one() {
    account("forgetful", Role.EMPLOYEE);
    Visitor visitor = new Visitor(UITROL);
    for (int i = 0; i < 5; i++) {
      assertThat(location(visitor.signIn("forgetful", "wrong " + i))).endsWith("/login?failed");
    }

    assertThat(location(visitor.signIn("forgetful", PASSWORD))).endsWith("/login?failed");

    UITROL.jdbc().sql("update account set locked_until = now() - interval '1 hour'").update();
    assertThat(location(visitor.signIn("forgetful", PASSWORD))).doesNotContain("/login");
  }

  @Test
  void ends_when_the_account_is_closed() {
    AccountId account = account("leaver", Role.EMPLOYEE);
    Visitor visitor = new Visitor(UITROL);
    visitor.signIn("leaver", PASSWORD);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);

    UITROL.bean(Accounts.class).change(account, Set.of(Role.EMPLOYEE), false);

    assertThat(location(visitor.get("/"))).contains("/login");
  }

  @Test
  void follows_a_change_of_roles_at_once() {
    AccountId account = account("climber", Role.EMPLOYEE);
    Visitor visitor = new Visitor(UITROL);
    visitor.signIn("climber", PASSWORD);
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);

    UITROL.bean(Accounts.class).change(account, Set.of(Role.ADMIN), true);

    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void keeps_forms_of_other_sites_out() {
    Visitor visitor = new Visitor(UITROL);
    visitor.signIn("admin", PASSWORD);

    HttpResponse<String> answer =
        visitor.postWithout("/accounts", Map.of("username", "intruder", "name", "Intruder"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Nothing was changed");
    assertThat(UITROL.bean(Accounts.class).find("intruder")).isEmpty();
  }

  @Test
  void never_leads_to_another_site() {
    Visitor visitor = new Visitor(UITROL);
    visitor.signIn("admin", PASSWORD);

    for (String elsewhere :
        new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/a//b"}) {
      HttpResponse<String> answer =
          visitor.post("/language", Map.of("language", "nl", "back", elsewhere));
      assertThat(location(answer)).as(elsewhere).isEqualTo("/");
    }
    assertThat(visitor.get("/account").body()).contains("lang=\"nl\"").contains("Wachtwoord");
  }

  @Test
  void tells_browsers_to_be_strict() {
    HttpResponse<String> page = new Visitor(UITROL).get("/login");

    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(page.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    assertThat(page.body()).doesNotContain("<style", " style=", " onclick=", "<script>");
  }

  @Test
  void survives_what_no_person_types() {
    Visitor visitor = new Visitor(UITROL);

    assertThat(visitor.signIn("a\0b", PASSWORD).statusCode()).isEqualTo(400);
    assertThat(location(visitor.signIn("x@" + "a".repeat(5_000), PASSWORD))).contains("failed");
    assertThat(location(visitor.signIn("admin", "p".repeat(5_000)))).contains("failed");
    visitor.signIn("admin", PASSWORD);
  }

  private static AccountId account(String name, Role role) {
    return UITROL.bean(Accounts.class).add(name, "Some " + name, Set.of(role), null, PASSWORD);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
