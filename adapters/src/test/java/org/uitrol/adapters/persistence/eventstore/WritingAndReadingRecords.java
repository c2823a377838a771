package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.Text;
import sample.pots.PotApplication;
import sample.pots.PotEvent.CoinPutIn;
import sample.pots.PotEvent.Lid;
import sample.pots.PotEvent.PotOpened;
import sample.pots.PotId;

class WritingAndReadingRecords {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00.123456Z");
  private static final PotId POT = new PotId("p");

  private final CatalogSerializer serializer = new CatalogSerializer(PotApplication.CATALOG);

  @Test
  void every_event_comes_back_as_it_went() {
    comesBack(
        new PotOpened(POT, Text.of("nl", "Zoë's \"spaarpot\""), 3, new Lid.CorkLid(), "not", AT),
        "pot.opened");
    comesBack(
        new CoinPutIn(POT, 2, List.of(new Lid.ScrewLid(1)), Map.of(new PotId("q"), 3), AT),
        "pot.coin-put-in");
  }

  @Test
  void every_position_of_a_processor_comes_back_as_it_went() {
    TrackingToken five = GapAwareTrackingToken.newInstance(5, Set.of(3L));
    TrackingToken nine = GapAwareTrackingToken.newInstance(9, Set.of());
    comesBack(five, "position");
    comesBack(new MergedTrackingToken(five, nine), "merge");
    comesBack(ReplayToken.createReplayToken(nine, five), "replay");
    comesBack(ReplayToken.createReplayToken(nine), "replay");
    comesBack(new ConfigToken(Map.of("id", "1")), "configuration");
  }

  @Test
  void metadata_are_strings() {
    MetaData data = MetaData.with("actor", "timer").and("cause", "1");
    SerializedObject<String> stored = serializer.serialize(data, String.class);
    assertThat(serializer.<String, MetaData>deserialize(stored)).isEqualTo(data);
    assertThatThrownBy(() -> serializer.serialize(MetaData.with("count", 1), String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining("count is no string");
  }

  @Test
  void a_class_without_a_row_is_not_written() {
    assertThatThrownBy(() -> serializer.serialize(AT, String.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.time.Instant stands in no row");
  }

  @Test
  void what_is_unknown_is_an_error_that_names_it() {
    assertThatThrownBy(() -> read("pot.vanished", "1", "{}"))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("'pot.vanished'");
    assertThatThrownBy(() -> read("java.lang.Object", "1", "{}"))
        .isInstanceOf(UnreadableRecord.class);
    assertThatThrownBy(() -> read("pot.filled", "2", "{}"))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("revision 2");
    assertThatThrownBy(
            () ->
                read(
                    "pot.filled",
                    "1",
                    "{\"pot\":\"p\",\"colour\":\"red\",\"at\":\"2027-01-11T08:00:00Z\"}"))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("colour");
    assertThatThrownBy(
            () ->
                read(
                    "pot.opened",
                    "2",
                    "{\"pot\":\"p\",\"label\":{\"nl\":\"x\"},\"lid\":{\"kind\":\"java.lang.Object\"}}"))
        .isInstanceOf(UnreadableRecord.class);
  }

  @Test
  void a_number_that_is_missing_is_an_error_and_no_zero() {
    assertThatThrownBy(
            () ->
                read(
                    "pot.coin-put-in",
                    "1",
                    "{\"pot\":\"p\",\"tried\":[],\"others\":{},\"at\":\"2027-01-11T08:00:00Z\"}"))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining("coins");
  }

  private @Nullable Object read(String name, String revision, String json) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(json, String.class, new SimpleSerializedType(name, revision)));
  }

  private void comesBack(Object record, String name) {
    SerializedObject<String> text = serializer.serialize(record, String.class);
    assertThat(text.getType().getName()).isEqualTo(name);
    assertThat(serializer.<String, Object>deserialize(text)).isEqualTo(record);
    SerializedObject<byte[]> bytes = serializer.serialize(record, byte[].class);
    assertThat(serializer.<byte[], Object>deserialize(bytes)).isEqualTo(record);
  }
}
