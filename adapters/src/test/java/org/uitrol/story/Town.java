package org.uitrol.story;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.adapters.demo.DemoTour;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.QuickPasswords;

/**
 * Uitrol as a newcomer starts it, with its embedded database, its mailbox, its simulated time and
 * the sample municipality, in a folder of its own. Identifiers are counted, so that two towns to
 * which the same happens have the same history.
 */
final class Town implements AutoCloseable {

  static final CampaignId CAMPAIGN = new CampaignId("copilot-voorbeeldgemeente");
  static final AccountId APPROVER = new AccountId("the-approver");

  private static final Instant BEGIN = Instant.parse("2035-01-08T07:00:00Z");

  /** Simulated time goes on at the pace of real time between two jumps, so seconds differ. */
  private static final Pattern WITHIN_THE_HOUR =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d):[\\d:.]+Z");

  private static final Pattern ACCOUNT =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path data;
  private final ConfigurableApplicationContext context;

  private Town(Path data, ConfigurableApplicationContext context) {
    this.data = data;
    this.context = context;
  }

  static Town start(Path data, String... settings) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--uitrol.data=" + data,
                "--server.port=0",
                "--uitrol.mailbox.smtp-port=0",
                "--uitrol.mailbox.imap-port=0",
                "--spring.main.banner-mode=off"));
    arguments.addAll(List.of(settings));
    return new Town(
        data,
        new SpringApplicationBuilder(UitrolApplication.class)
            .initializers(
                QuickPasswords::in,
                app ->
                    ((GenericApplicationContext) app)
                        .registerBean("idSource", IdSource.class, Town::counted))
            .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  String address() {
    return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  /** Logs somebody of the sample in. */
  void logIn(Page page, String username) {
    page.navigate(address() + "/login");
    page.locator("#username").fill(username);
    page.locator("#password").fill(password(username));
    page.locator("#password").press("Enter");
    page.waitForURL(address() + "/");
  }

  String password(String username) {
    try {
      return Files.readAllLines(data.resolve("accounts.txt")).stream()
          .filter(line -> line.startsWith(username + "\t"))
          .map(line -> line.substring(username.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CampaignRow campaign() {
    return bean(CampaignStore.class).find(CAMPAIGN).orElseThrow();
  }

  /**
   * Lets the story begin at the same moment whenever it is told; only until then the clock shows
   * real time.
   */
  void begin() {
    settle();
    bean(DemoClock.class).jumpTo(BEGIN);
  }

  /** Waits until all that follows from what was done has happened. */
  void settle() {
    bean(DemoTour.class).settle();
  }

  Instant now() {
    return bean(DemoClock.class).instant();
  }

  /** Begins, and approves and launches the sample campaign. */
  void launch() {
    begin();
    launch(CAMPAIGN);
  }

  /** Approves and launches a campaign whose plan was submitted. */
  void launch(CampaignId campaign) {
    CommandDesk desk = bean(CommandDesk.class);
    Actor actor = Actor.account(APPROVER);
    desk.send(new ApprovePlan(campaign, APPROVER, desk.now()), actor);
    desk.send(
        new LaunchCampaign(
            campaign,
            APPROVER,
            bean(DirectoryStore.class).departments().stream()
                .map(DepartmentRow::id)
                .collect(Collectors.toSet()),
            desk.now()),
        actor);
  }

  /** Jumps from moment to moment until the condition holds or nothing is due any more. */
  void playUntil(Predicate<Town> enough) {
    DemoTour tour = bean(DemoTour.class);
    Optional<Instant> moment = Optional.of(Instant.EPOCH);
    while (moment.isPresent() && !enough.test(this)) {
      moment = tour.next(true);
    }
  }

  void playToTheEnd() {
    playUntil(town -> town.campaign().status() == CampaignStatus.COMPLETED);
    bean(DemoTour.class).forward(Duration.ofDays(60), false);
  }

  /** How many events of that name there are. */
  long count(String event) {
    return jdbc()
        .sql("select count(*) from domain_event_entry where payload_type = :name")
        .param("name", event)
        .query(Long.class)
        .single();
  }

  /** How many events of that name have that value. */
  long count(String event, String field, String value) {
    return jdbc()
        .sql(
            "select count(*) from domain_event_entry"
                + " where payload_type = :name and payload::jsonb ->> :field = :value")
        .param("name", event)
        .param("field", field)
        .param("value", value)
        .query(Long.class)
        .single();
  }

  /**
   * Every event since the plan was approved, sorted: while the people act, the processes already
   * react to the first of them, so the order within a moment may differ between two stories, and
   * with it what a closed gate saw. Accounts are called by their user names.
   */
  List<String> history() {
    Map<String, String> accounts =
        bean(Accounts.class).all().stream()
            .collect(
                Collectors.toMap(
                    account -> account.user().id().value(), account -> account.user().username()));
    return jdbc()
        .sql(
            "select aggregate_identifier || ' ' || payload_type || ' '"
                + " || case when payload_type like 'gate.%' then '' else payload end"
                + " from domain_event_entry where global_index > (select max(global_index)"
                + " from domain_event_entry where payload_type = 'campaign.plan-approved')")
        .query(String.class)
        .list()
        .stream()
        .map(event -> WITHIN_THE_HOUR.matcher(event).replaceAll("$1"))
        .map(
            event ->
                ACCOUNT
                    .matcher(event)
                    .replaceAll(id -> accounts.getOrDefault(id.group(), id.group())))
        .sorted()
        .toList();
  }

  /** Whom the first such event is about. */
  PersonalData person(String event, String field, String value) {
    String person =
        jdbc()
            .sql(
                "select payload::jsonb ->> 'person' from domain_event_entry"
                    + " where payload_type = :name and payload::jsonb ->> :field = :value"
                    + " order by global_index limit 1")
            .param("name", event)
            .param("field", field)
            .param("value", value)
            .query(String.class)
            .single();
    return bean(PersonVault.class).find(new PersonId(person)).orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }

  private static IdSource counted() {
    AtomicInteger last = new AtomicInteger();
    return () -> String.format("00000000-0000-4000-8000-%012d", last.incrementAndGet());
  }
}
