package org.uitrol.application.audit.view;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.PersonId;

/**
 * What an event concerns, by the identifiers in it, in the order in which it names them.
 *
 * @param streams whatever else it refers to: rollouts, sessions, surveys and so on
 */
public record Subjects(
    Set<CampaignId> campaigns,
    Set<DepartmentId> departments,
    Set<PersonId> people,
    Set<Id> streams) {

  public Subjects {
    campaigns = Copies.withAll(campaigns, List.of());
    departments = Copies.withAll(departments, List.of());
    people = Copies.withAll(people, List.of());
    streams = Copies.withAll(streams, List.of());
  }

  /** Everything in an event and in what it consists of. */
  public static Subjects of(DomainEvent event) {
    Found found = new Found();
    found.add(event);
    return found.subjects();
  }

  /** Only what the event names itself, not what is inside of that or in lists. */
  static Subjects named(DomainEvent event) {
    Found found = new Found();
    for (Object value : values((Record) event)) {
      if (value instanceof Id id) {
        found.add(id);
      }
    }
    return found.subjects();
  }

  /** These with where the event belongs. */
  Subjects in(@Nullable CampaignId campaign, @Nullable DepartmentId department) {
    return new Subjects(
        campaign == null ? campaigns : Copies.with(campaigns, campaign),
        department == null ? departments : Copies.with(departments, department),
        people,
        streams);
  }

  /** The values of a record's components, in their order; what is absent is left out. */
  static List<Object> values(Record record) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(record);
        if (value != null) {
          values.add(value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("can't read " + component, e);
      }
    }
    return values;
  }

  private static final class Found {

    private final Set<CampaignId> campaigns = new LinkedHashSet<>();
    private final Set<DepartmentId> departments = new LinkedHashSet<>();
    private final Set<PersonId> people = new LinkedHashSet<>();
    private final Set<Id> streams = new LinkedHashSet<>();

    Subjects subjects() {
      return new Subjects(campaigns, departments, people, streams);
    }

    void add(Object value) {
      if (value instanceof CampaignId campaign) {
        campaigns.add(campaign);
      } else if (value instanceof DepartmentId department) {
        departments.add(department);
      } else if (value instanceof PersonId person) {
        people.add(person);
      } else if (value instanceof Id id) {
        streams.add(id);
      } else if (value instanceof Collection<?> all) {
        all.forEach(this::add);
      } else if (value instanceof Map<?, ?> map) {
        map.keySet().forEach(this::add);
        map.values().forEach(this::add);
      } else if (value instanceof Record record) {
        values(record).forEach(this::add);
      }
    }
  }
}
