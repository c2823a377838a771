package org.uitrol.adapters.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.support.RunningApplication;

class OptingOutOfMail {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final StreamId CONSENT = StreamId.of("consent", SmallTown.EVA);

  private static SmallTown town;

  private final Visitor visitor = new Visitor(UITROL);

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  /** RFC 8058, section 3.1: no cookie, no redirect. */
  @Test
  void takes_one_click_of_a_mail_program_and_can_be_undone() {
    String page = town.unsubscribePage(SmallTown.EVA);
    assertThat(visitor.get(page).body()).contains("Stop optional mail?");
    assertThat(town.events(CONSENT)).isZero();

    HttpResponse<String> click =
        new Visitor(UITROL).postWithout(page, Map.of("List-Unsubscribe", "One-Click"));
    assertThat(click.statusCode()).isEqualTo(200);
    assertThat(click.body()).contains("You are unsubscribed");
    assertThat(click.headers().firstValue("Set-Cookie")).isEmpty();
    visitor.postWithout(page, Map.of("List-Unsubscribe", "One-Click"));
    assertThat(town.events(CONSENT)).isEqualTo(1);
    assertThat(visitor.get(page).body()).contains("You are unsubscribed");

    assertThat(visitor.postWithout(page + "/again", Map.of()).body())
        .contains("You get optional mail again");
    assertThat(town.events(CONSENT)).isEqualTo(2);
  }

  @Test
  void needs_the_whole_link() {
    String page = town.unsubscribePage(SmallTown.EVA);

    assertThat(visitor.postWithout(page.substring(0, page.length() - 1), Map.of()).statusCode())
        .isEqualTo(404);
  }
}
