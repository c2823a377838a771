package org.uitrol.adapters.mail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.calendar.ItipInvitationWriter;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.persistence.communication.BareOutbox;
import org.uitrol.adapters.persistence.directory.TestVault;
import org.uitrol.adapters.persistence.eventstore.BareEventStore;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.communication.Digests;
import org.uitrol.application.communication.Dispatcher;
import org.uitrol.application.communication.LetterWriting;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.SendingRules;
import org.uitrol.application.communication.StillTrue;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.port.PersonalLinks;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.rollout.PersonalLimits;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.SendingHours;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.SurveyId;

/**
 * A server that does nothing but send mail: the real dispatcher on a real PostgreSQL, put together
 * by hand so that it starts at once. The mails are those of one text of the sample campaign.
 */
public final class SendingNode implements AutoCloseable {

  /** Of the sample campaign. */
  public static final String TEXT = "why-copilot";

  private static final PersonId OWNER = new PersonId("owner");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final RolloutId ROLLOUT = new RolloutId("rollout-of-finance");
  private static final Actor SOMEBODY = new Actor("account:test");
  private static final int CHUNK = 500;

  /** What differs between the nodes of tests. */
  public record Setup(
      String url, String name, Clock clock, MailTransport transport, SendingLimits limits) {}

  public final JdbcClient jdbc;
  public final Outbox outbox;
  public final Destinations destinations;
  public final Dispatcher dispatcher;
  public final CommandDesk desk;
  public final Streams streams;
  public final PersonVault vault;
  public final MailIdentity sender;
  private final HikariDataSource pool;
  private final BareEventStore events;

  public SendingNode(Setup setup) {
    this(setup, new MimeMailComposer());
  }

  public SendingNode(Setup setup, MailComposer composer) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(setup.url);
    config.setConnectionInitSql("set time zone 'UTC'");
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(2);
    pool = new HikariDataSource(config);
    jdbc = JdbcClient.create(pool);
    JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
    vault = TestVault.of(jdbc, new TransactionTemplate(transactions));
    events =
        new BareEventStore(
            pool,
            transactions,
            setup.clock,
            List.of("org.uitrol.application.communication.DispatchShell"));
    desk = events.desk();
    streams = new Streams(events.store());
    outbox = BareOutbox.outbox(jdbc, vault, setup.name);
    destinations = BareOutbox.destinations(jdbc, setup.limits);
    MailAddress from = new MailAddress("Gemeente Voorbeeld", "uitrol@gemeente.example");
    sender = new MailIdentity(from, null, from);
    Plans plans = new Plans(streams);
    RolloutIndex rollouts = new OneRollout();
    Letters letters = new Letters(desk, plans, rollouts, (country, date) -> false, streams);
    LetterWriting writing =
        new LetterWriting(
            letters,
            new MarkdownMailWriter("Gemeente Voorbeeld"),
            composer,
            new ItipInvitationWriter(),
            new Links(),
            sender,
            vault,
            rollouts,
            DepartmentId::value,
            campaign -> Optional.empty(),
            streams);
    SendingRules rules =
        new SendingRules(
            streams,
            new StillTrue(streams),
            letters,
            outbox,
            new PersonalLimits(new Nowhere(), rollouts, plans, streams),
            SendingHours.of("00:00-23:59"));
    dispatcher =
        new Dispatcher(
            desk,
            outbox,
            streams,
            rules,
            new Digests(desk, outbox, streams, rules, letters, writing),
            writing,
            destinations,
            setup.transport,
            sender,
            vault,
            events.transactions(),
            Epoch.NONE);
  }

  /** A campaign that runs in one department. To be called once for a database. */
  public SendingNode withCampaign() {
    Plan plan = plan();
    publish(
        StreamId.of("campaign", plan.campaign()).value(),
        "campaign",
        new PlanDrafted(plan.campaign(), 1, plan, new AccountId("account-1"), desk.now()));
    publish(
        ROLLOUT.value(),
        "rollout",
        new RolloutStarted(
            ROLLOUT,
            plan.campaign(),
            FINANCE,
            1,
            new RolloutPlan(plan.calendar(), plan.stages(), plan.reactions()),
            OWNER,
            List.of(OWNER),
            List.of(),
            List.of(),
            desk.now()));
    return this;
  }

  /**
   * Asks for mails that nobody may miss, each to somebody else.
   *
   * @param name what their ids begin with
   * @param domain of all addresses
   */
  public List<DispatchId> ask(String name, int count, String domain) {
    return ask(name, count, name, domain);
  }

  /** The same, where addresses begin otherwise than ids. */
  List<DispatchId> ask(String name, int count, String local, String domain) {
    List<DispatchId> all = new ArrayList<>();
    for (int from = 0; from < count; from += CHUNK) {
      Map<PersonId, PersonalData> people = new HashMap<>();
      List<RequestDispatch> requests = new ArrayList<>();
      for (int number = from; number < Math.min(from + CHUNK, count); number++) {
        PersonId person = new PersonId(name + "-" + number);
        people.put(
            person,
            PersonalData.UNKNOWN.with(
                Map.of(
                    PersonField.EMAIL,
                    local + number + "@" + domain,
                    PersonField.GIVEN_NAME,
                    "Sanne",
                    PersonField.LANGUAGE,
                    number % 2 == 0 ? "nl" : "en")));
        Letter letter = Letter.mandatory(TEXT, ROLLOUT, Topic.news(), Map.of());
        requests.add(
            new RequestDispatch(
                new DispatchId(name + "-" + number), person, letter, desk.now(), desk.now()));
      }
      vault.putAll(people);
      desk.sendAll(requests, SOMEBODY);
      requests.forEach(one -> outbox.add(one.dispatch(), one.person(), true, one.notBefore()));
      requests.forEach(one -> all.add(one.dispatch()));
    }
    return all;
  }

  public Dispatch.State state(DispatchId dispatch) {
    return streams.state(dispatch, DispatchEvent.class, Dispatch::evolve).orElseThrow().state();
  }

  /** How many connections to the database are in use. */
  public int activeConnections() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  /** Sends whatever is due. */
  public void sendAll() {
    while (dispatcher.sendNext()) {
      // The next ones may be due too.
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private void publish(String stream, String type, DomainEvent event) {
    DomainEventMessage<DomainEvent> message =
        new GenericDomainEventMessage<>(type, stream, 0, event);
    events.transactions().executeInTransaction(() -> events.store().publish(message));
  }

  private static Plan plan() {
    try (InputStream in =
        Objects.requireNonNull(SendingNode.class.getResourceAsStream("/sample/campaign.yaml"))) {
      CampaignFile file = new CampaignFile(text -> List.of(), country -> true);
      return ((CampaignFile.Good)
              file.read("campaign.yaml", in.readAllBytes(), person -> Optional.of(OWNER)))
          .plan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends mail until it is killed.
   *
   * @param arguments the database, the mail server's port, how far the clock is ahead in
   *     milliseconds, and how many mails leave at the same time
   */
  public static void main(String... arguments) {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofMillis(Long.parseLong(arguments[2])));
    SmtpMailTransport transport =
        new SmtpMailTransport(SmtpSettings.of("127.0.0.1", Integer.parseInt(arguments[1])));
    SendingNode node =
        new SendingNode(new Setup(arguments[0], "killed", clock, transport, SendingLimits.none()));
    new OutboxSender(node.dispatcher::send, node.dispatcher::markAbandoned, Duration.ofMillis(200))
        .start();
  }

  /** The one rollout that there is. */
  private static final class OneRollout implements RolloutIndex {

    private final Entry entry =
        new Entry(ROLLOUT, new CampaignId("copilot-voorbeeldgemeente"), FINANCE, 1, OWNER);

    @Override
    public void put(Entry added) {}

    @Override
    public void repin(RolloutId rollout, int planVersion, PersonId owner) {}

    @Override
    public void over(RolloutId rollout) {}

    @Override
    public Optional<Entry> find(RolloutId rollout) {
      return Optional.of(entry);
    }

    @Override
    public List<Entry> ofCampaign(CampaignId campaign) {
      return List.of(entry);
    }

    @Override
    public List<Entry> open() {
      return List.of(entry);
    }

    @Override
    public List<Entry> ofDepartment(DepartmentId department) {
      return List.of(entry);
    }

    @Override
    public List<Entry> openOfDepartment(DepartmentId department) {
      return List.of(entry);
    }
  }

  /** Nobody works anywhere. */
  private static final class Nowhere implements Memberships {

    @Override
    public void put(PersonId person, DepartmentId department, @Nullable PersonId manager) {}

    @Override
    public void manager(PersonId person, @Nullable PersonId manager) {}

    @Override
    public void remove(PersonId person) {}

    @Override
    public List<PersonId> members(DepartmentId department) {
      return List.of();
    }

    @Override
    public Optional<DepartmentId> departmentOf(PersonId person) {
      return Optional.empty();
    }

    @Override
    public Optional<PersonId> managerOf(PersonId person) {
      return Optional.empty();
    }
  }

  /** Links that nobody follows. */
  private static final class Links implements PersonalLinks {

    private static final URI LINK = URI.create("https://uitrol.example/p/token");

    @Override
    public URI plan(PersonId person, Instant at) {
      return LINK;
    }

    @Override
    public URI survey(PersonId person, SurveyId survey, Instant closesAt) {
      return LINK;
    }

    @Override
    public URI preferences(PersonId person, Instant at) {
      return LINK;
    }

    @Override
    public URI questions(PersonId person, Instant at) {
      return LINK;
    }

    @Override
    public URI unsubscribe(PersonId person) {
      return LINK;
    }

    @Override
    public URI department(RolloutId rollout) {
      return LINK;
    }

    @Override
    public URI concern(ConcernId concern) {
      return LINK;
    }
  }
}
