package org.uitrol.application.audit.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Follows every event there is. Most events name only what they are about, for instance a session;
 * in which campaign and department that is, an earlier event has told, or else the event that
 * caused it.
 */
@Component
@ProcessingGroup("view.trail")
public class TrailProjector {

  /** Aggregates that belong to one campaign as long as they live. */
  private static final Set<Class<? extends Id>> SCOPED =
      Set.of(
          RolloutId.class,
          SessionId.class,
          SurveyId.class,
          ParticipationId.class,
          LearnerRecordId.class,
          SkillPathId.class,
          FollowUpId.class,
          ConcernId.class,
          DispatchId.class);

  private final TrailStore store;
  private final EventCatalog catalog;
  private final EventText texts;

  public TrailProjector(TrailStore store, EventCatalog catalog, EventText texts) {
    this.store = store;
    this.catalog = catalog;
    this.texts = texts;
  }

  @EventHandler
  void on(DomainEvent event, DomainEventMessage<?> message, TrackingToken token) {
    Map<String, Object> trace = message.getMetaData();
    String cause = trace(trace, Trace.CAUSE);
    Subjects subjects = Subjects.of(event);
    Subjects named = Subjects.named(event);
    Optional<Scope> scope = scope(named, subjects, cause);
    CampaignId campaign = scope.map(Scope::campaign).orElse(null);
    DepartmentId department =
        named.departments().size() == 1
            ? named.departments().iterator().next()
            : scope.map(Scope::department).orElse(null);
    scope.ifPresent(one -> remember(event, one));
    store.put(
        new TrailRow(
            token.position().orElseThrow(),
            message.getIdentifier(),
            event.at(),
            message.getTimestamp(),
            catalog.nameOf(event.getClass()),
            catalog.revisionOf(event.getClass()),
            message.getAggregateIdentifier(),
            message.getType(),
            campaign,
            department,
            person(event, named),
            trace(trace, Trace.ACTOR),
            cause,
            trace(trace, Trace.CORRELATION),
            recorded(trace, Trace.BEHALF),
            recorded(trace, Trace.SOURCE),
            rule(trace),
            texts.json(event)),
        subjects.in(campaign, department));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  /** Where an event belongs: what it says, else what it refers to, else what caused it. */
  private Optional<Scope> scope(Subjects named, Subjects subjects, String cause) {
    if (!named.campaigns().isEmpty()) {
      DepartmentId department =
          named.departments().size() == 1 ? named.departments().iterator().next() : null;
      return Optional.of(new Scope(named.campaigns().iterator().next(), department));
    }
    Optional<Scope> told =
        subjects.streams().stream().flatMap(id -> store.scope(id.value()).stream()).findFirst();
    if (told.isPresent() || !named.departments().isEmpty()) {
      return told;
    }
    return store
        .find(cause)
        .flatMap(
            row ->
                Optional.ofNullable(row.campaign())
                    .map(campaign -> new Scope(campaign, row.department())));
  }

  private void remember(DomainEvent event, Scope scope) {
    Object own = Subjects.values((Record) event).get(0);
    if (own instanceof Id id && SCOPED.contains(id.getClass())) {
      store.belongs(id.value(), scope);
    }
  }

  /** Whom it is about, unless it is about many. */
  private static @Nullable PersonId person(DomainEvent event, Subjects named) {
    List<Object> values = Subjects.values((Record) event);
    if (values.get(0) instanceof PersonId own) {
      return own;
    }
    boolean many =
        values.stream()
            .anyMatch(
                value ->
                    value instanceof Collection<?> all
                        && all.stream().anyMatch(PersonId.class::isInstance));
    return many || named.people().size() != 1 ? null : named.people().iterator().next();
  }

  private static @Nullable String recorded(Map<String, Object> metaData, String key) {
    Object value = metaData.get(key);
    return value == null ? null : value.toString();
  }

  private static @Nullable String rule(Map<String, Object> metaData) {
    String rule = recorded(metaData, Trace.RULE);
    String plan = recorded(metaData, Trace.PLAN);
    return rule == null || plan == null ? rule : rule + ", plan " + plan;
  }

  private static String trace(Map<String, Object> metaData, String key) {
    return metaData.getOrDefault(key, "").toString();
  }
}
