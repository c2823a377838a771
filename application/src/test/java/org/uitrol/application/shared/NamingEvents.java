package org.uitrol.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.EventCatalog.Entry;
import org.uitrol.domain.shared.DomainEvent;

class NamingEvents {

  private record BellRung(Instant at) implements DomainEvent {}

  private record DoorOpened(Instant at) implements DomainEvent {}

  private final EventCatalog catalog =
      EventCatalog.of(
          Entry.of("bell.rung", BellRung.class), new Entry("door.opened", 3, DoorOpened.class));

  @Test
  void leads_from_class_to_name_and_back() {
    assertThat(catalog.nameOf(BellRung.class)).isEqualTo("bell.rung");
    assertThat(catalog.revisionOf(BellRung.class)).isEqualTo(1);
    assertThat(catalog.revisionOf(DoorOpened.class)).isEqualTo(3);
    assertThat(catalog.classOf("door.opened")).isEqualTo(DoorOpened.class);
    assertThat(catalog.knows(String.class)).isFalse();
    assertThat(catalog.entries()).hasSize(2);
  }

  @Test
  void stops_at_a_name_or_class_that_nobody_knows() {
    assertThatThrownBy(() -> catalog.classOf("bell.broken"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'bell.broken'");
    assertThatThrownBy(() -> catalog.nameOf(String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String");
  }

  @Test
  void refuses_a_name_twice_a_class_twice_and_names_of_another_form() {
    Entry bell = Entry.of("bell.rung", BellRung.class);
    assertThatThrownBy(() -> EventCatalog.of(bell, Entry.of("bell.rung", DoorOpened.class)))
        .hasMessageContaining("two events are called 'bell.rung'");
    assertThatThrownBy(() -> EventCatalog.of(bell, Entry.of("bell.tolled", BellRung.class)))
        .hasMessageContaining("BellRung has two names");
    for (String name : new String[] {"bell", "Bell.rung", "bell.rung!", "a.b.c", ""}) {
      assertThatThrownBy(() -> Entry.of(name, BellRung.class))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Entry("bell.rung", 0, BellRung.class))
        .hasMessageContaining("counted from 1");
  }
}
