package org.uitrol.adapters.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.channel.Receiver.Message;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.adapters.proof.Proofs;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.channel.ChannelSender;
import org.uitrol.application.channel.port.ChannelAddresses;
import org.uitrol.application.channel.port.ChannelAddresses.Address;
import org.uitrol.application.channel.port.ChannelTransport.Answer;
import org.uitrol.application.channel.port.ChannelTransport.Outcome;
import org.uitrol.application.channel.port.Channels;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.channel.port.Deliveries.Due;
import org.uitrol.application.channel.port.Deliveries.State;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.PauseReason;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.rollout.RolloutCommand.HoldRollout;
import org.uitrol.domain.rollout.RolloutCommand.ReleaseRollout;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.Command;
import org.uitrol.support.RunningApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(180)
class ChannelsThatAreTold {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with("uitrol.channels.networks=127.0.0.1")
          .with("uitrol.base-url=https://uitrol.example");

  private static final Pattern SECRET = Pattern.compile("whsec_[A-Za-z0-9+/=]+");
  private static final Duration CLAIM = Duration.ofMinutes(2);
  private static final AccountId ANN = new AccountId("ann");
  private static final JsonMapper JSON = new JsonMapper();

  private static Receiver receiver;
  private static Visitor admin;
  private static Visitor manager;
  private static SmallTown town;

  @BeforeAll
  static void a_campaign_is_under_way() {
    receiver = new Receiver();
    town = new SmallTown(UITROL);
    town.begin();
    admin = Visitor.signedIn(UITROL, "admin", Role.ADMIN);
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
  }

  @AfterAll
  static void nobody_listens_any_more() {
    receiver.close();
  }

  @Test
  void hear_in_a_signed_event_what_happened_and_nothing_about_people() {
    String secret = open("WEBHOOK", "Helpdesk", "/helpdesk", "ROLLOUT_HELD");
    hold("Jan Jansen is ill");
    release();

    Message message = await().until(() -> receiver.at("/helpdesk"), all -> !all.isEmpty()).get(0);
    assertThat(message.vouchedBy(secret)).isEqualTo(1);
    assertThat(message.vouchedBy("whsec_" + "A".repeat(44))).isZero();
    assertThat(message.type()).isEqualTo("application/cloudevents+json; charset=UTF-8");
    JsonNode event = JSON.readTree(message.body());
    assertThat(event.get("specversion").asString()).isEqualTo("1.0");
    assertThat(event.get("id").asString()).isEqualTo(message.id());
    assertThat(event.get("type").asString()).isEqualTo("org.uitrol.rollout.held");
    assertThat(event.get("source").asString()).isEqualTo("https://uitrol.example");
    assertThat(event.get("subject").asString()).isEqualTo("rollout-finance");
    assertThat(Instant.parse(event.get("time").asString())).isNotNull();
    assertThat(event.get("data").propertyNames()).containsExactly("campaign", "department", "page");
    assertThat(event.get("data").get("page").asString())
        .isEqualTo("https://uitrol.example/rollouts/rollout-finance");
    assertThat(message.body()).doesNotContain("Jansen");
    assertThat(receiver.at("/helpdesk")).as("it wasn't told of the release").hasSize(1);
  }

  @Test
  void are_handed_each_checkpoint_of_the_history() {
    open("WEBHOOK", "Auditor", "/auditor", "CHECKPOINT_SIGNED");
    open("TEAMS", "Auditors", "/auditors", "CHECKPOINT_SIGNED");
    SignedCheckpoint checkpoint = new Proofs(UITROL).checkpoint();

    Message message = await().until(() -> receiver.at("/auditor"), all -> !all.isEmpty()).get(0);
    JsonNode event = JSON.readTree(message.body());
    assertThat(event.get("type").asString()).isEqualTo("org.uitrol.checkpoint.signed");
    assertThat(event.get("subject").asString()).isEqualTo("history");
    assertThat(event.get("data").propertyNames()).containsExactly("checkpoint", "page");
    assertThat(event.get("data").get("checkpoint"))
        .isEqualTo(JSON.readTree(ProofJson.write(checkpoint)));
    Message card = await().until(() -> receiver.at("/auditors"), all -> !all.isEmpty()).get(0);
    assertThat(card.body()).contains("een controlepunt is ondertekend", "/history/checkpoints");
  }

  @Test
  void in_teams_get_a_card_in_their_language() {
    open("TEAMS", "Team", "/team", "ROLLOUT_RELEASED");
    hold("wait");
    release();

    Message message = await().until(() -> receiver.at("/team"), all -> !all.isEmpty()).get(0);
    assertThat(message.signature()).isNull();
    JsonNode attachment = JSON.readTree(message.body()).get("attachments").get(0);
    assertThat(attachment.get("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.get("content");
    assertThat(card.get("body").get(0).get("text").asString())
        .isEqualTo("Een afdeling wordt niet meer tegengehouden");
    assertThat(card.get("body").get(1).get("text").asString()).contains(" · Copilot");
    assertThat(card.get("actions").get(0).get("url").asString())
        .isEqualTo("https://uitrol.example/rollouts/rollout-finance");
    assertThat(page("Team")).doesNotContain("New secret");
  }

  @Test
  void get_the_very_same_message_again_when_they_could_not_take_it() {
    String secret = open("WEBHOOK", "Busy", "/busy", "ROLLOUT_COMPLETED");
    receiver.answer(503);
    test("Busy");

    List<Message> both =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> receiver.at("/busy"), all -> all.size() == 2);
    assertThat(both.get(1).id()).isEqualTo(both.get(0).id());
    assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
    assertThat(both.get(1).vouchedBy(secret)).isEqualTo(1);
    awaitState("Busy", State.DELIVERED);
    assertThat(page("Busy")).contains("channel.tested", "204", "2 tries");

    String again = messagePath("Busy");
    assertThat(admin.post(again, Map.of()).statusCode()).isEqualTo(302);
    Message third = await().until(() -> receiver.at("/busy"), all -> all.size() == 3).get(2);
    assertThat(third.id()).isEqualTo(both.get(0).id());
    assertThat(admin.post(again.replaceAll("[^/]+/again", "none/again"), Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void that_say_they_are_gone_are_told_nothing_until_somebody_resumes_them() {
    open("WEBHOOK", "Gone", "/gone", "ROLLOUT_COMPLETED");
    receiver.answer(410);
    test("Gone");
    await().until(() -> channel("Gone").paused() == PauseReason.GONE);

    assertThat(page("Gone")).contains("gone", "410").doesNotContain("Send a test");
    assertThat(admin.post("/channels/" + id("Gone") + "/test", Map.of()).statusCode())
        .isEqualTo(409);
    admin.get("/channels/" + id("Gone"));
    admin.post("/channels/" + id("Gone") + "/resume", Map.of());
    test("Gone");
    await().until(() -> receiver.at("/gone").size() == 2);
  }

  @Test
  void are_never_followed_to_another_address() {
    open("WEBHOOK", "Moved", "/moved", "ROLLOUT_COMPLETED");
    receiver.answer(307);
    test("Moved");
    await().until(() -> receiver.at("/moved").size() == 2);
    assertThat(receiver.at("/elsewhere")).isEmpty();
  }

  @Test
  void can_check_by_the_old_secret_and_the_new_one_for_a_day() {
    String old = open("WEBHOOK", "Renewed", "/renewed", "ROLLOUT_COMPLETED");
    HttpResponse<String> renewed = admin.post("/channels/" + id("Renewed") + "/secret", Map.of());
    String secret = secret(renewed.body());
    assertThat(secret).isNotEqualTo(old);
    assertThat(page("Renewed")).doesNotContain("whsec_");
    test("Renewed");

    Message message = await().until(() -> receiver.at("/renewed"), all -> !all.isEmpty()).get(0);
    assertThat(message.vouchedBy(secret)).isEqualTo(1);
    assertThat(message.vouchedBy(old)).isEqualTo(1);
    Instant tomorrow = UITROL.bean(CommandDesk.class).now().plus(Duration.ofDays(1));
    assertThat(
            UITROL
                .bean(ChannelAddresses.class)
                .find(id("Renewed"), tomorrow)
                .orElseThrow()
                .secrets())
        .hasSize(1);
  }

  @Test
  void that_are_closed_are_forgotten() {
    open("WEBHOOK", "Closed", "/closed", "ROLLOUT_COMPLETED");
    ChannelId closed = id("Closed");
    admin.get("/channels/" + closed);
    admin.post("/channels/" + closed + "/close", Map.of());

    await().until(() -> find("Closed").isEmpty());
    assertThat(admin.get("/channels/" + closed).statusCode()).isEqualTo(404);
    assertThat(rows("select count(*) from channel_address where channel_id = ?", closed)).isZero();
  }

  @Test
  void are_told_again_after_a_crash_and_by_one_server_at_a_time() {
    open("WEBHOOK", "Crash", "/crash", "ROLLOUT_COMPLETED");
    Deliveries deliveries = UITROL.bean(Deliveries.class);
    Instant now = UITROL.bean(CommandDesk.class).now();
    Instant tomorrow = now.plus(Duration.ofDays(1));
    ChannelId crash = id("Crash");
    deliveries.add(crash, "m-1", "channel.tested", "{}".getBytes(StandardCharsets.UTF_8), tomorrow);
    deliveries.add(
        crash, "m-1", "channel.tested", "{other}".getBytes(StandardCharsets.UTF_8), tomorrow);
    deliveries.add(crash, "m-2", "channel.tested", "{}".getBytes(StandardCharsets.UTF_8), tomorrow);

    assertThat(deliveries.take(tomorrow.minusSeconds(1), CLAIM)).isEmpty();
    Due due = deliveries.take(tomorrow, CLAIM).orElseThrow();
    assertThat(due.message()).isEqualTo("m-1");
    assertThat(due.body()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(deliveries.take(tomorrow.plus(Duration.ofDays(9)), CLAIM))
        .as("one at a time, whatever the time of the demo")
        .isEmpty();
    assertThat(deliveries.again(crash, "m-1", tomorrow)).as("it is under way").isTrue();
    assertThat(deliveries.take(tomorrow, CLAIM)).isEmpty();

    UITROL
        .jdbc()
        .sql("update channel_delivery set claimed_until = now() where claimed_until is not null")
        .update();
    Due again = deliveries.take(tomorrow, CLAIM).orElseThrow();
    assertThat(again.message()).isEqualTo("m-1");
    assertThat(deliveries.delivered(again, "200", now)).isTrue();
    assertThat(deliveries.failed(due, "500", now)).as("whoever comes late").isFalse();
    assertThat(deliveries.postpone(due, "500", now)).isFalse();
    assertThat(deliveries.list(crash, 10))
        .filteredOn(row -> row.message().equals("m-1"))
        .extracting(Deliveries.Row::state)
        .containsExactly(State.DELIVERED);
    assertThat(deliveries.forgetBefore(now.plusSeconds(1))).isPositive();
    assertThat(deliveries.list(crash, 10)).extracting(Deliveries.Row::message).containsOnly("m-2");
    deliveries.forget(crash);
  }

  @Test
  void that_never_end_their_answer_hold_nobody_up() throws Exception {
    receiver.answerWithoutEnd("/endless");
    try (HttpChannelTransport transport =
        new HttpChannelTransport(
            new ChannelSettings(List.of("127.0.0.1")), Clock.systemUTC(), Duration.ofMillis(200))) {
      Answer answer = post(transport, ChannelKind.WEBHOOK, "/endless");
      assertThat(answer).isEqualTo(new Answer(Outcome.AWAY, "timeout"));
    }
  }

  @Test
  void in_teams_that_say_no_in_a_friendly_answer_are_understood() throws Exception {
    receiver.answerWith(
        "/limited",
        "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error"
            + " 429 with ContextId");
    receiver.answerWith("/shown", "1");
    try (HttpChannelTransport transport =
        new HttpChannelTransport(new ChannelSettings(List.of("127.0.0.1")), Clock.systemUTC())) {
      assertThat(post(transport, ChannelKind.TEAMS, "/limited"))
          .isEqualTo(new Answer(Outcome.AWAY, "200, not shown"));
      assertThat(post(transport, ChannelKind.TEAMS, "/shown"))
          .isEqualTo(new Answer(Outcome.TAKEN, "200"));
    }
  }

  @Test
  void are_left_alone_for_as_long_as_they_ask() throws Exception {
    try (HttpChannelTransport transport =
        new HttpChannelTransport(
            new ChannelSettings(List.of("127.0.0.1")),
            Clock.fixed(Instant.parse("2027-01-11T08:00:00Z"), ZoneOffset.UTC))) {
      receiver.answerLater("/later", "120");
      assertThat(post(transport, ChannelKind.WEBHOOK, "/later"))
          .isEqualTo(new Answer(Outcome.AWAY, "429", Duration.ofMinutes(2)));
      receiver.answerLater("/later", "Mon, 11 Jan 2027 09:00:00 GMT");
      assertThat(post(transport, ChannelKind.WEBHOOK, "/later").pause())
          .isEqualTo(Duration.ofHours(1));
      receiver.answerLater("/later", "soon");
      assertThat(post(transport, ChannelKind.WEBHOOK, "/later").pause()).isNull();
    }
  }

  @Test
  void do_not_wait_for_one_whose_address_cannot_be_read() {
    open("WEBHOOK", "Unreadable", "/unreadable", "ROLLOUT_COMPLETED");
    open("WEBHOOK", "Readable", "/readable", "ROLLOUT_COMPLETED");
    UITROL
        .jdbc()
        .sql("update channel_address set address = '\\x00' where channel_id = ?")
        .param(id("Unreadable").value())
        .update();
    test("Unreadable");
    test("Readable");

    await().until(() -> !receiver.at("/readable").isEmpty());
    await()
        .untilAsserted(
            () ->
                assertThat(UITROL.bean(Deliveries.class).list(id("Unreadable"), 1))
                    .singleElement()
                    .satisfies(row -> assertThat(row.tries()).isPositive()));
    assertThat(receiver.at("/unreadable")).isEmpty();
  }

  @Test
  void are_paused_for_what_they_never_take_only_if_they_take_nothing_else() {
    open("WEBHOOK", "Picky", "/picky", "ROLLOUT_COMPLETED");
    open("WEBHOOK", "Silent", "/silent", "ROLLOUT_COMPLETED");
    Deliveries deliveries = UITROL.bean(Deliveries.class);
    Instant now = UITROL.bean(CommandDesk.class).now();
    for (String name : List.of("Picky", "Silent")) {
      receiver.refuse("/" + name.toLowerCase(Locale.ROOT), "never");
      deliveries.add(id(name), "never", "x", "{}".getBytes(StandardCharsets.UTF_8), now);
    }
    test("Picky");
    awaitTaken("/picky");
    UITROL
        .jdbc()
        .sql("update channel_delivery set tries = 9, due_at = queued_at where message = 'never'")
        .update();

    await().until(() -> channel("Silent").paused() == PauseReason.FAILING);
    await()
        .until(
            () ->
                deliveries.list(id("Picky"), 10).stream()
                    .anyMatch(row -> row.state() == State.FAILED));
    assertThat(channel("Picky").paused()).isNull();
  }

  @Test
  void are_not_told_what_is_too_old() {
    open("WEBHOOK", "Later", "/paused-for-long", "ROLLOUT_COMPLETED");
    ChannelId later = id("Later");
    Instant now = UITROL.bean(CommandDesk.class).now();
    admin.get("/channels/" + later);
    admin.post("/channels/" + later + "/pause", Map.of());
    Deliveries deliveries = UITROL.bean(Deliveries.class);
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    deliveries.add(later, "old", "x", body, now.minus(Duration.ofDays(5)));
    deliveries.add(later, "new", "x", body, now.minus(Duration.ofDays(3)));

    UITROL.bean(ChannelSender.class).tidy();

    assertThat(deliveries.list(later, 10))
        .extracting(Deliveries.Row::message, Deliveries.Row::state, Deliveries.Row::answer)
        .containsExactly(tuple("new", State.WAITING, ""), tuple("old", State.FAILED, "too old"));
    deliveries.forget(later);
  }

  @Test
  void can_move_to_another_address() {
    String secret = open("WEBHOOK", "Moving", "/before", "ROLLOUT_COMPLETED");
    String path = "/channels/" + id("Moving");
    admin.get(path);
    HttpResponse<String> wrong = admin.post(path + "/address", Map.of("address", "nowhere"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("id=\"address-problem\"", "value=\"nowhere\"");
    assertThat(
            admin
                .post(path + "/address", Map.of("address", receiver.address("/after").toString()))
                .statusCode())
        .isEqualTo(302);
    test("Moving");

    Message message = await().until(() -> receiver.at("/after"), all -> !all.isEmpty()).get(0);
    assertThat(message.vouchedBy(secret)).isEqualTo(1);
    assertThat(receiver.at("/before")).isEmpty();
  }

  @Test
  void are_opened_once_when_the_form_is_sent_twice() {
    admin.get("/channels/new");
    Map<String, String> form =
        form("WEBHOOK", "Twice", receiver.address("/twice").toString(), "ROLLOUT_COMPLETED");
    form.put("id", "channel-sent-twice");
    assertThat(secret(admin.post("/channels", form).body())).isNotBlank();
    HttpResponse<String> second = admin.post("/channels", form);
    assertThat(second.statusCode()).isEqualTo(302);
    await().until(() -> find("Twice").isPresent());
    assertThat(UITROL.bean(Channels.class).open())
        .filteredOn(channel -> channel.name().equals("Twice"))
        .hasSize(1);
    assertThat(admin.get("/channels/channel-sent-twice").body())
        .contains("open already")
        .doesNotContain("whsec_");
  }

  @Test
  void hear_in_a_cloud_event_that_its_own_library_reads() {
    open("WEBHOOK", "Cloud", "/cloud", "ROLLOUT_COMPLETED");
    test("Cloud");
    Message message = await().until(() -> receiver.at("/cloud"), all -> !all.isEmpty()).get(0);

    CloudEvent event =
        new JsonFormat().deserialize(message.body().getBytes(StandardCharsets.UTF_8));
    assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
    assertThat(event.getId()).isEqualTo(message.id());
    assertThat(event.getType()).isEqualTo("org.uitrol.channel.tested");
    assertThat(event.getSubject()).isEqualTo(id("Cloud").value());
    assertThat(event.getDataContentType()).isEqualTo("application/json");
  }

  @Test
  void are_opened_by_admins_only_and_with_all_that_is_needed() {
    assertThat(manager.get("/channels").statusCode()).isEqualTo(403);
    admin.get("/channels/new");
    HttpResponse<String> empty = admin.post("/channels", form("WEBHOOK", "", "no address", null));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("id=\"address-problem\"", "value=\"no address\"");
    for (String wrong :
        List.of(
            "ftp://example.org", "https://", "https://a:b@example.org/", "file:///etc/passwd")) {
      assertThat(admin.post("/channels", form("WEBHOOK", "x", wrong, "GATE_OPENED")).statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(
            admin
                .post("/channels", form("TEAMS", "", "https://example.org/x", "GATE_OPENED"))
                .body())
        .contains("id=\"name-problem\"");
    assertThat(
            admin
                .post("/channels", form("TEAMS", "<b>x</b>", "https://example.org/x", null))
                .body())
        .contains("id=\"topics-problem\"", "&lt;b&gt;x&lt;/b&gt;");
  }

  @Test
  void keep_their_addresses_and_secrets_to_themselves() {
    String secret = open("WEBHOOK", "Secret", "/secret-path-4711", "ROLLOUT_COMPLETED");
    admin.get("/channels/" + id("Secret"));
    assertThat(page("Secret")).doesNotContain("secret-path-4711", secret);
    assertThat(admin.get("/history?kind=channel").body() + admin.get("/history").body())
        .contains("Secret")
        .doesNotContain("secret-path-4711", secret);
    assertThat(
            UITROL
                .jdbc()
                .sql("select string_agg(payload, '') from domain_event_entry")
                .query(String.class)
                .single())
        .doesNotContain("secret-path-4711", secret);
  }

  @Test
  void behind_a_firewall_are_not_reached_unless_that_is_allowed() throws Exception {
    try (HttpChannelTransport transport =
        new HttpChannelTransport(new ChannelSettings(List.of()), Clock.systemUTC())) {
      Answer answer =
          transport.post(
              ChannelKind.TEAMS,
              new Address(receiver.address("/inside"), List.of()),
              "m-1",
              "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(answer).isEqualTo(new Answer(Outcome.AWAY, "private address"));
    }
    assertThat(receiver.at("/inside")).isEmpty();
  }

  @Test
  void that_are_away_say_what_was_wrong_and_not_where() throws Exception {
    Receiver away = new Receiver();
    away.close();
    try (HttpChannelTransport transport =
        new HttpChannelTransport(new ChannelSettings(List.of("127.0.0.1")), Clock.systemUTC())) {
      Answer answer =
          transport.post(
              ChannelKind.TEAMS, new Address(away.address("/x"), List.of()), "m-1", new byte[0]);
      assertThat(answer.outcome()).isEqualTo(Outcome.AWAY);
      assertThat(answer.text()).isNotBlank().doesNotContain("127.0.0.1");
    }
  }

  private static void hold(String reason) {
    send(new HoldRollout(SmallTown.ROLLOUT, ANN, reason, UITROL.bean(CommandDesk.class).now()));
  }

  private static void release() {
    send(new ReleaseRollout(SmallTown.ROLLOUT, ANN, "go", UITROL.bean(CommandDesk.class).now()));
  }

  private static void send(Command command) {
    UITROL.bean(CommandDesk.class).send(command, Actor.account(ANN));
  }

  /** Opens a channel on the page; its secret, or nothing where there is none. */
  private static String open(String kind, String name, String path, String topic) {
    admin.get("/channels/new");
    HttpResponse<String> opened =
        admin.post("/channels", form(kind, name, receiver.address(path).toString(), topic));
    assertThat(opened.statusCode()).isIn(200, 302);
    await().until(() -> find(name).isPresent());
    return kind.equals("TEAMS") ? "" : secret(opened.body());
  }

  private static Map<String, String> form(
      String kind, String name, String address, @Nullable String topic) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("kind", kind);
    form.put("name", name);
    form.put("address", address);
    form.put("language", "nl");
    if (topic != null) {
      form.put("topics", topic);
    }
    return form;
  }

  private static void test(String name) {
    admin.get("/channels/" + id(name));
    assertThat(admin.post("/channels/" + id(name) + "/test", Map.of()).statusCode()).isEqualTo(302);
  }

  private static Answer post(HttpChannelTransport transport, ChannelKind kind, String path) {
    return transport.post(
        kind,
        new Address(receiver.address(path), List.of("a secret".getBytes(StandardCharsets.UTF_8))),
        "m-1",
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static void awaitTaken(String path) {
    await().until(() -> receiver.at(path).stream().anyMatch(one -> one.body().contains("tested")));
  }

  private static String page(String name) {
    return admin.get("/channels/" + id(name)).body();
  }

  private static String messagePath(String name) {
    Matcher found =
        Pattern.compile("action=\"(/channels/[^\"]+/messages/[^\"]+/again)\"").matcher(page(name));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void awaitState(String name, State state) {
    await()
        .until(
            () ->
                UITROL.bean(Deliveries.class).list(id(name), 1).stream()
                    .allMatch(row -> row.state() == state));
  }

  private static ChannelId id(String name) {
    return channel(name).id();
  }

  private static Channel channel(String name) {
    return find(name).orElseThrow();
  }

  private static Optional<Channel> find(String name) {
    return UITROL.bean(Channels.class).open().stream()
        .filter(channel -> channel.name().equals(name))
        .findFirst();
  }

  private static String secret(String page) {
    Matcher found = SECRET.matcher(page);
    assertThat(found.find()).isTrue();
    return Objects.requireNonNull(found.group());
  }

  private static long rows(String sql, ChannelId channel) {
    return UITROL.jdbc().sql(sql).param(channel.value()).query(Long.class).single();
  }
}
