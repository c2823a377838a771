package org.uitrol.adapters.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.support.RunningApplication;

class OnesOwnCalendar {

  private static final Pattern LINK = Pattern.compile("http://[^\"]+/c/[^\"]+/uitrol\\.ics");

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;

  private final Visitor visitor = new Visitor(UITROL);

  @BeforeAll
  static void a_campaign_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void shows_seats_that_are_held_and_follows_what_changes() {
    town.session("kept", ActivityKind.PRESENTATION, 5, 3, SmallTown.EVA);
    town.session("declined", ActivityKind.PRESENTATION, 6, 3, SmallTown.EVA);
    town.session("of-another", ActivityKind.PRESENTATION, 7, 3, SmallTown.JAN);
    String page = town.ownPage(SmallTown.EVA);
    visitor.postWithout(page + "/sessions/declined/answer", Map.of("answer", "DECLINED"));
    town.settle();

    String link = made(page);
    HttpResponse<String> read = visitor.get(link);

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/calendar;charset=UTF-8");
    ICalendar calendar = Biweekly.parse(read.body()).first();
    assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
    List<String> uids =
        calendar.getEvents().stream()
            .map(VEvent::getUid)
            .map(uid -> uid.getValue().replaceAll("@.*", ""))
            .toList();
    assertThat(uids).contains("kept").doesNotContain("declined", "of-another");
    assertThat(read.body()).doesNotContain("ATTENDEE").doesNotContain("\n\n");

    visitor.postWithout(page + "/sessions/kept/answer", Map.of("answer", "DECLINED"));
    town.settle();
    assertThat(visitor.get(link).body()).doesNotContain("UID:kept@");
  }

  @Test
  void is_not_sent_again_while_nothing_changes() {
    String link = made(town.ownPage(SmallTown.JAN));
    String tag = visitor.get(link).headers().firstValue("ETag").orElseThrow();

    assertThat(visitor.get(link).headers().firstValue("ETag")).hasValue(tag);
    assertThat(visitor.get(link).headers().firstValue("Cache-Control").orElse(""))
        .contains("private");
  }

  @Test
  void has_one_link_at_a_time_which_its_owner_can_withdraw() {
    String page = town.ownPage(SmallTown.HOSTILE);
    String first = made(page);
    String second = made(page);

    assertThat(visitor.get(first).statusCode()).isEqualTo(404);
    assertThat(visitor.get(second).statusCode()).isEqualTo(200);

    HttpResponse<String> withdrawn = visitor.postWithout(page + "/calendar/withdraw", Map.of());

    assertThat(visitor.get(withdrawn.headers().firstValue("Location").orElseThrow()).body())
        .contains("The link for your calendar works no more.", "Make a link");
    assertThat(visitor.get(second).statusCode()).isEqualTo(404);
  }

  @Test
  void opens_nothing_but_the_calendar() {
    String link = made(town.ownPage(SmallTown.EVA));
    String token = link.replaceAll(".*/c/([^/]+)/.*", "$1");

    assertThat(visitor.get("/p/" + token).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/u/" + token).statusCode()).isEqualTo(404);
    String plan = town.ownPage(SmallTown.EVA).replaceAll(".*/p/", "");
    assertThat(visitor.get("/c/" + plan + "/uitrol.ics").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/c/nonsense/uitrol.ics").statusCode()).isEqualTo(404);
  }

  /** The path of a new link. */
  private String made(String page) {
    HttpResponse<String> made = visitor.postWithout(page + "/calendar", Map.of());
    assertThat(made.statusCode()).isEqualTo(303);
    Matcher link =
        LINK.matcher(visitor.get(made.headers().firstValue("Location").orElseThrow()).body());
    assertThat(link.find()).isTrue();
    return URI.create(link.group()).getPath();
  }
}
