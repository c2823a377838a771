package org.uitrol.application.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.uitrol.application.adoption.DepartmentUse;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.communication.Digests;
import org.uitrol.application.communication.Dispatcher;
import org.uitrol.application.communication.LetterWriting;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.SendingRules;
import org.uitrol.application.communication.StillTrue;
import org.uitrol.application.communication.port.AnsweredQuestions;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.Workdays;
import org.uitrol.application.directory.port.DepartmentNames;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.hold.port.Epoch;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.Observations;
import org.uitrol.application.rollout.PersonalLimits;
import org.uitrol.application.session.Availabilities;
import org.uitrol.application.session.ExtraSessions;
import org.uitrol.application.session.Outages;
import org.uitrol.application.session.Proposals;
import org.uitrol.application.session.SessionPlanning;
import org.uitrol.application.session.TimetableQuestions;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.shared.DueWork;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.application.shared.Trace;
import org.uitrol.application.shared.process.WakeAggregates;
import org.uitrol.application.simulation.MemoryConcernIndex;
import org.uitrol.application.simulation.MemoryMemberships;
import org.uitrol.application.simulation.MemoryOpenFollowUps;
import org.uitrol.application.simulation.MemoryRolloutIndex;
import org.uitrol.application.simulation.MemorySessionHours;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.application.testing.MemoryBallotBox;
import org.uitrol.application.testing.MemoryStatementStore;
import org.uitrol.application.testing.MemoryTakenResponses;
import org.uitrol.application.testing.MemoryUsageStore;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.application.testing.SimpleConditions;
import org.uitrol.application.training.ActorSearch;
import org.uitrol.application.training.SkillPaths;
import org.uitrol.application.training.StatementIntake;
import org.uitrol.application.training.view.LearnerProjector;
import org.uitrol.application.training.view.MemoryLearnerStore;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.DraftPlan;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.SendingHours;
import org.uitrol.domain.directory.EmployeeCommand.ChangeDetails;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpKind;
import org.uitrol.domain.followup.FollowUpOutcome;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerCommand.CompleteCourse;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

/**
 * An organisation in memory with a clock that stands still until it is told to move. Every class in
 * a {@code process} package takes part, event by event, in the order of what happened.
 */
final class World {

  private static final Actor SOMEBODY = new Actor("account:test");
  private static final Holidays NO_HOLIDAYS = (country, date) -> false;

  final FakeMail mail = new FakeMail();
  final MemoryDestinations destinations = new MemoryDestinations(this::now);
  final MemoryOutbox outbox = new MemoryOutbox(destinations::isClosed);
  final MemoryVault vault = new MemoryVault();
  final VirtualTimekeeper timers = new VirtualTimekeeper();
  final Desk desk = new Desk();
  final Dispatcher dispatcher;
  final ExtraSessions extraSessions;
  final Concerns concerns;
  final Proposals proposals;
  final Outages outages;
  final MemoryOwnGoals goals = new MemoryOwnGoals();
  final MemoryConcernTexts texts = new MemoryConcernTexts();
  final MemorySessionHours hours = new MemorySessionHours();
  final MemoryUsageStore usage = new MemoryUsageStore();
  final MemoryStatementStore statements = new MemoryStatementStore();
  final MemoryLearnerStore learners = new MemoryLearnerStore();
  final StatementIntake intake;

  private final int deliveries;
  private final List<DomainEvent> log = new ArrayList<>();
  private final Deque<DomainEventMessage<?>> queue = new ArrayDeque<>();
  private final AnnotationEventHandlerAdapter learnerView =
      new AnnotationEventHandlerAdapter(new LearnerProjector(learners));
  private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
  private final Set<DepartmentId> departments = new LinkedHashSet<>();
  private final WakeAggregates wakeUps;
  private final Streams streams;
  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private Instant now;
  private boolean processing = true;
  private boolean draining;

  /** Finance and legal, with five people each, their managers, and who leads the campaign. */
  static World ofTwoDepartments(String now) {
    return new World(now, 1).withPeople();
  }

  /** The same, but every event reaches every process twice. */
  static World thatHearsEverythingTwice(String now) {
    return new World(now, 2).withPeople();
  }

  private World(String now, int deliveries) {
    this.now = Instant.parse(now);
    this.deliveries = deliveries;
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    ClassPathBeanDefinitionScanner shells = new ClassPathBeanDefinitionScanner(context, false);
    shells.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
    shells.scan("org.uitrol.application");
    ClassPathBeanDefinitionScanner processes = new ClassPathBeanDefinitionScanner(context, false);
    processes.addIncludeFilter(
        (metadata, factory) -> metadata.getClassMetadata().getClassName().contains(".process."));
    processes.scan("org.uitrol.application");
    MemoryBallotBox box = new MemoryBallotBox();
    EventStore store = configure(context, box).eventStore();
    register(context, store);
    streams = context.getBean(Streams.class);
    wakeUps = context.getBean(WakeAggregates.class);
    dispatcher = context.getBean(Dispatcher.class);
    extraSessions = context.getBean(ExtraSessions.class);
    concerns = context.getBean(Concerns.class);
    proposals = context.getBean(Proposals.class);
    outages = context.getBean(Outages.class);
    intake = context.getBean(StatementIntake.class);
    List<Object> beans =
        new ArrayList<>(context.getBeansWithAnnotation(ProcessingGroup.class).values());
    AnnotationAwareOrderComparator.sort(beans);
    for (String group : List.of(Processing.PROCESS, Processing.TIMERS, Processing.OUTBOX)) {
      beans.stream()
          .filter(bean -> group(bean).equals(group))
          .map(AnnotationEventHandlerAdapter::new)
          .forEach(handlers::add);
    }
  }

  private Configuration configure(AnnotationConfigApplicationContext context, BallotBox box) {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureCommandBus(axon -> bus)
            .configureEmbeddedEventStore(axon -> new InMemoryEventStorageEngine())
            .registerComponent(Holidays.class, axon -> NO_HOLIDAYS)
            .registerComponent(Rules.class, axon -> new Rules(new SimpleConditions(), NO_HOLIDAYS))
            .registerComponent(BallotBox.class, axon -> box);
    for (String name : context.getBeanDefinitionNames()) {
      Class<?> type = typeOf(context, name);
      if (type.isAnnotationPresent(Aggregate.class)) {
        configurer.configureAggregate(
            AggregateConfigurer.defaultConfiguration(type)
                .configureCommandTargetResolver(axon -> new CommandTargets()));
      }
    }
    Configuration configuration = configurer.buildConfiguration();
    configuration.eventStore().subscribe(this::remember);
    configuration.start();
    return configuration;
  }

  /** Before a context is refreshed, it knows no more than names of classes. */
  private static Class<?> typeOf(AnnotationConfigApplicationContext context, String bean) {
    String name = context.getBeanDefinition(bean).getBeanClassName();
    try {
      return Class.forName(Objects.requireNonNull(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void register(AnnotationConfigApplicationContext context, EventStore store) {
    MailAddress sender = new MailAddress("Uitrol", "uitrol@example.org");
    DepartmentNames names = DepartmentId::value;
    AnsweredQuestions nothingAnswered = campaign -> Optional.empty();
    OneTransaction together = Runnable::run;
    Stream.of(
            store,
            desk,
            outbox,
            new MemoryTakenResponses(),
            destinations,
            new SendingHours(LocalTime.of(7, 0), LocalTime.of(20, 0)),
            timers,
            vault,
            mail,
            NO_HOLIDAYS,
            new MailIdentity(sender, null, sender),
            names,
            nothingAnswered,
            goals,
            NoTransactionManager.INSTANCE,
            Epoch.NONE,
            new MemoryRolloutIndex(),
            new MemoryMemberships(),
            new MemoryOpenFollowUps(),
            new MemoryConcernIndex(),
            hours,
            usage,
            statements,
            learners,
            new ActorSearch(vault, desk, Set.of("https://lms.example")),
            new MemoryProposalStore(),
            new ContentPlanner(),
            texts,
            new CheckpointSchedule(null, ZoneOffset.UTC),
            IdSource.random(),
            new NothingIsRemoved(),
            together)
        .forEach(
            one ->
                context
                    .getBeanFactory()
                    .registerSingleton(one.getClass().getName() + "/" + one.hashCode(), one));
    context.register(
        Streams.class,
        Plans.class,
        Audiences.class,
        Letters.class,
        Observations.class,
        Workdays.class,
        PersonalLimits.class,
        Availabilities.class,
        SessionPlanning.class,
        ExtraSessions.class,
        TimetableQuestions.class,
        Proposals.class,
        Outages.class,
        StillTrue.class,
        LetterWriting.class,
        Concerns.class,
        SkillPaths.class,
        SendingRules.class,
        Digests.class,
        Dispatcher.class,
        DepartmentUse.class,
        StatementIntake.class);
    context.refresh();
  }

  /** What is past its time stays: no story here lasts that long. */
  private record NothingIsRemoved() implements DueWork {

    @Override
    public Kind kind() {
      return Kind.RETENTION;
    }

    @Override
    public void wake(TimerKey key, Instant due, Instant at) {
      throw new IllegalStateException("nobody armed " + key.text());
    }
  }

  private static String group(Object bean) {
    return Objects.requireNonNull(bean.getClass().getAnnotation(ProcessingGroup.class)).value();
  }

  private World withPeople() {
    know(SamplePlan.OWNER, "owner");
    know(SamplePlan.DIRECTOR, "director");
    know(SamplePlan.TRAINER, "trainer");
    for (int number = 1; number <= 5; number++) {
      hire("f" + number, SamplePlan.FINANCE, number == 1 ? null : "f1");
      hire("l" + number, SamplePlan.LEGAL, number == 1 ? null : "l1");
    }
    return this;
  }

  /** Somebody is put into a department, new or known. */
  void hire(String person, DepartmentId department, @Nullable String manager) {
    PersonId id = new PersonId(person);
    if (vault.find(id).isEmpty()) {
      know(id, person);
    }
    departments.add(department);
    send(
        new PutEmployee(
            id, department, manager == null ? null : new PersonId(manager), Set.of(), now));
  }

  /** HR writes something about somebody, known or new. */
  void describe(String person, PersonField field, String value) {
    PersonId id = new PersonId(person);
    if (vault.find(id).isEmpty()) {
      know(id, person);
    }
    vault.put(id, vault.find(id).orElseThrow().with(Map.of(field, value)));
    if (streams.exists(StreamId.of("employee", id))) {
      send(new ChangeDetails(id, Set.of(field.key()), now));
    }
  }

  void leave(String person) {
    send(new EmployeeLeaves(new PersonId(person), now));
  }

  private void know(PersonId person, String name) {
    vault.put(
        person,
        PersonalData.UNKNOWN.with(
            Map.of(PersonField.EMAIL, name + "@example.org", PersonField.GIVEN_NAME, name)));
  }

  /** Drafts, submits, approves and launches a plan. */
  void launch(Plan plan) {
    send(new DraftPlan(plan.campaign(), plan, SamplePlan.WRITER, now));
    send(new SubmitPlan(plan.campaign(), SamplePlan.WRITER, now));
    send(new ApprovePlan(plan.campaign(), SamplePlan.READER, now));
    send(new LaunchCampaign(plan.campaign(), SamplePlan.WRITER, departments, now));
  }

  Instant now() {
    return now;
  }

  /** As learning platforms write an address that they don't want to tell. */
  static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void send(Command command) {
    desk.send(command, SOMEBODY);
  }

  /** Lets time pass until that moment: timers ring, mail leaves. */
  void play(String until) {
    Instant end = Instant.parse(until);
    for (Optional<Instant> next = next(end); next.isPresent(); next = next(end)) {
      now = next.get().isAfter(now) ? next.get() : now;
      ring();
      sendMail();
    }
    now = end.isAfter(now) ? end : now;
  }

  /** Everything stands still until that moment, as when the server is down. */
  void sleep(String until) {
    now = Instant.parse(until);
  }

  /** Events are kept but reach no process, as when the processor is behind. */
  void stopProcesses() {
    processing = false;
  }

  /** The processes hear of everything that they missed. */
  void startProcesses() {
    processing = true;
    drain();
  }

  void sendMail() {
    while (dispatcher.sendNext()) {
      // The next one may be due too.
    }
  }

  private Optional<Instant> next(Instant end) {
    return Stream.of(timers.next().map(Map.Entry::getValue), outbox.nextDue())
        .flatMap(Optional::stream)
        .filter(due -> !due.isAfter(end))
        .min(Instant::compareTo);
  }

  private void ring() {
    Optional<Map.Entry<String, Instant>> timer = timers.next();
    if (timer.isPresent() && !timer.get().getValue().isAfter(now)) {
      timers.forget(timer.get().getKey());
      wakeUps.wake(timer.get().getKey(), timer.get().getValue(), now);
    }
  }

  /** Who learns what is looked up in a view, which is at once up to date here. */
  private void remember(List<? extends EventMessage<?>> events) {
    for (EventMessage<?> event : events) {
      view(event);
      log.add((DomainEvent) event.getPayload());
      queue.add((DomainEventMessage<?>) event);
    }
  }

  private void view(EventMessage<?> event) {
    try {
      learnerView.handle(event);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void drain() {
    if (draining || !processing) {
      return;
    }
    draining = true;
    try {
      for (DomainEventMessage<?> event = queue.poll(); event != null; event = queue.poll()) {
        for (int delivery = 0; delivery < deliveries; delivery++) {
          deliver(event);
        }
      }
    } finally {
      draining = false;
    }
  }

  private void deliver(DomainEventMessage<?> event) {
    for (AnnotationEventHandlerAdapter handler : handlers) {
      try {
        handler.handle(event);
      } catch (Exception e) {
        throw new IllegalStateException(
            handler.getTargetType().getSimpleName() + " can't handle " + event.getPayload(), e);
      }
    }
  }

  /** All that has happened, in its order. */
  List<DomainEvent> history() {
    return List.copyOf(log);
  }

  <E extends DomainEvent> List<E> events(Class<E> type) {
    return log.stream().filter(type::isInstance).map(type::cast).toList();
  }

  static RolloutId rolloutOf(DepartmentId department) {
    return rolloutOf(SamplePlan.COPILOT, department);
  }

  static RolloutId rolloutOf(CampaignId campaign, DepartmentId department) {
    return new RolloutId(Ids.derived("rollout", campaign, department));
  }

  /** Somebody works on some days of the week only, for instance {@code mon tue}. */
  void works(String person, String days) {
    PersonId id = new PersonId(person);
    if (vault.find(id).isEmpty()) {
      know(id, person);
    }
    vault.put(id, vault.find(id).orElseThrow().with(Map.of(PersonField.WORKDAYS, days)));
  }

  DepartmentRollout rollout(DepartmentId department) {
    return streams
        .state(rolloutOf(department), RolloutEvent.class, DepartmentRollout::evolve)
        .orElseThrow();
  }

  /** The sessions of an activity, in the order in which they were planned. */
  List<Session> sessions(DepartmentId department, String activity) {
    return events(SessionPlanned.class).stream()
        .filter(one -> one.rollout().equals(rolloutOf(department)))
        .filter(one -> one.activity().equals(activity))
        .map(one -> streams.state(one.session(), SessionEvent.class, Session::evolve).orElseThrow())
        .toList();
  }

  LearnerRecordId learner(DepartmentId department, String activity, String person) {
    return LearnerRecordId.of(rolloutOf(department), activity, new PersonId(person));
  }

  /** All who were asked answer a survey in the same way, but for some. */
  void answer(
      DepartmentId department, String activity, int desire, int jobWorry, String... silent) {
    for (PersonId person : rollout(department).members()) {
      if (Arrays.asList(silent).contains(person.value())) {
        continue;
      }
      send(
          new TakePart(
              SurveyId.of(rolloutOf(department), activity),
              person,
              new Ballot(Map.of("desire", "" + desire, "jobWorry", "" + jobWorry)),
              now));
    }
  }

  /** All who hold a seat in a session that has begun were there, but for some. */
  void attend(DepartmentId department, String activity, String... absent) {
    for (Session session : sessions(department, activity)) {
      boolean begun = !session.place().startsAt().toInstant().isAfter(now);
      for (PersonId person : begun ? session.seatHolders() : List.<PersonId>of()) {
        boolean there = !Arrays.asList(absent).contains(person.value());
        send(new RecordAttendance(session.id(), person, there, now));
      }
    }
  }

  /** All members finish an online course, but for some. */
  void complete(DepartmentId department, String activity, String... but) {
    for (PersonId person : rollout(department).members()) {
      if (!Arrays.asList(but).contains(person.value())) {
        send(
            new CompleteCourse(
                learner(department, activity, person.value()), 0.9, "page", now, now));
      }
    }
  }

  /** Everybody does at once whatever can be done now: nobody is unwilling, nobody is absent. */
  void everybodyActs() {
    for (SurveyOpened survey : events(SurveyOpened.class)) {
      if (events(SurveyClosed.class).stream()
          .noneMatch(one -> one.survey().equals(survey.survey()))) {
        answer(departmentOf(survey.rollout()), survey.activity(), 4, 1);
      }
    }
    for (SessionPlanned planned : events(SessionPlanned.class)) {
      if (!planned.place().startsAt().toInstant().isAfter(now)) {
        attend(departmentOf(planned.rollout()), planned.activity());
      }
    }
    for (LearnerEnrolled learner : events(LearnerEnrolled.class)) {
      if (learner.course().equals("basics")) {
        send(new CompleteCourse(learner.learnerRecord(), 0.9, "page", now, now));
      }
    }
    for (FollowUpOpened followUp : events(FollowUpOpened.class)) {
      if (followUp.kind() == FollowUpKind.TASK) {
        send(new CloseFollowUp(followUp.followUp(), FollowUpOutcome.DONE, now));
      }
    }
  }

  private DepartmentId departmentOf(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .orElseThrow()
        .department();
  }

  /** The mails of that name that somebody got. */
  List<FakeMail.Sent> mailTo(String person, String text) {
    return mail.sent().stream()
        .filter(one -> one.to().equals(person) && one.text().equals(text))
        .toList();
  }

  /** The first mail of that name that was asked for somebody. */
  DispatchId dispatch(String person, String template) {
    return events(DispatchRequested.class).stream()
        .filter(one -> one.person().value().equals(person))
        .filter(one -> one.letter().template().equals(template))
        .findFirst()
        .orElseThrow()
        .dispatch();
  }

  Dispatch.State state(DispatchId dispatch) {
    return streams.state(dispatch, DispatchEvent.class, Dispatch::evolve).orElseThrow().state();
  }

  /** Commands are decided at once; outside a process, the processes hear of them at once too. */
  final class Desk implements CommandDesk {

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void send(Command command, Actor actor) {
      CommandMessage<Command> message =
          new GenericCommandMessage<>(command, MetaData.with(Trace.ACTOR, actor.value()));
      FutureCallback<Command, Object> callback = new FutureCallback<>();
      bus.dispatch(message, callback);
      if (callback.getResult().isExceptional()) {
        Throwable thrown = callback.getResult().exceptionResult();
        throw thrown instanceof RuntimeException failure
            ? failure
            : new IllegalStateException(thrown);
      }
      drain();
    }
  }
}
