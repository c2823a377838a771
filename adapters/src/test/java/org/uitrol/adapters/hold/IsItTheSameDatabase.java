package org.uitrol.adapters.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.hold.EpochRule.Doubt;
import org.uitrol.adapters.persistence.hold.Epochs.Present;
import org.uitrol.domain.hold.HoldCause;

class IsItTheSameDatabase {

  private static final Instant THEN = Instant.parse("2027-01-11T08:00:00Z");
  private static final EpochMark KNOWN =
      new EpochMark("db-1", null, 60, THEN, "7001/16384", 100, "aa");
  private static final Map<Long, String> HISTORY = Map.of(100L, "aa", 105L, "bb");

  @Test
  void yes_when_it_is_as_far_as_known_or_a_little_further() {
    assertThat(doubt(KNOWN, present("db-1", 60, THEN, 100))).isEmpty();
    assertThat(doubt(KNOWN, present("db-1", 61, THEN.plusSeconds(1), 105)))
        .as("a crash before the file was written")
        .isEmpty();
  }

  @Test
  void yes_when_nothing_ever_happened_in_it() {
    assertThat(doubt(null, new Present(null, 0, THEN, "7001/1", 0, ""))).isEmpty();
    assertThat(doubt(KNOWN, new Present("db-9", 0, THEN, "7009/1", 0, ""))).isEmpty();
  }

  @Test
  void no_when_it_lacks_what_is_known_to_have_left_or_happened() {
    assertThat(doubt(KNOWN, present("db-1", 59, THEN, 105))).contains(sure(HoldCause.OLDER));
    assertThat(doubt(KNOWN.movedTo(60, THEN), present("db-1", 60, THEN, 90), Map.of()))
        .contains(sure(HoldCause.OLDER));
  }

  @Test
  void no_when_something_else_happened_in_the_same_place() {
    assertThat(doubt(KNOWN, present("db-1", 70, THEN, 105), Map.of(100L, "ff")))
        .contains(sure(HoldCause.OTHER_HISTORY));
  }

  @Test
  void who_knows_says_whether_a_database_is_right_that_is_not_known_here() {
    assertThat(doubt(null, present("db-1", 60, THEN, 100)))
        .contains(new Doubt(HoldCause.UNKNOWN_HERE, true));
    assertThat(doubt(KNOWN, present("db-2", 60, THEN, 100)))
        .contains(new Doubt(HoldCause.OTHER_DATABASE, true));
    assertThat(doubt(KNOWN, present("db-1", 90, THEN.plusSeconds(3600), 105)))
        .contains(new Doubt(HoldCause.LONG_AWAY, true));
    assertThat(doubt(KNOWN, new Present("db-1", 60, THEN, "7002/16384", 100, "aa")))
        .as("a copy of the data directory beside a copy of the database")
        .contains(new Doubt(HoldCause.MOVED, true));
  }

  @Test
  void no_when_a_backup_of_before_there_were_epochs_comes_back() {
    assertThat(doubt(KNOWN, present(null, 0, THEN, 100))).contains(sure(HoldCause.OTHER_DATABASE));
  }

  @Test
  void yes_on_either_side_of_a_crash_while_a_hold_ends() {
    EpochMark half = KNOWN.becoming("db-2");

    assertThat(doubt(half, present("db-1", 60, THEN, 100))).isEmpty();
    assertThat(doubt(half, present("db-2", 1, THEN, 105))).isEmpty();
  }

  @Test
  void a_server_that_does_not_say_where_it_is_is_not_told_from_another() {
    assertThat(doubt(KNOWN, new Present("db-1", 60, THEN, "", 100, "aa"))).isEmpty();
  }

  @Test
  void what_is_known_never_goes_back_and_is_whole_or_as_it_was(@TempDir Path folder)
      throws Exception {
    EpochFile file = new EpochFile(folder.resolve("new"));
    assertThat(file.read()).isEmpty();

    file.write(KNOWN);
    assertThat(new EpochFile(folder.resolve("new")).read()).contains(KNOWN);
    file.write(KNOWN.movedTo(59, THEN));
    assertThat(file.read()).contains(KNOWN);
    file.write(KNOWN.movedTo(61, THEN));
    assertThat(file.read()).contains(KNOWN.movedTo(61, THEN));

    Path written = folder.resolve("new/epoch.json");
    Files.writeString(written, "{\"database\":", StandardCharsets.UTF_8);
    assertThat(file.read()).as("as if nothing were known").isEmpty();
  }

  private static Doubt sure(HoldCause cause) {
    return new Doubt(cause, false);
  }

  private static Present present(
      @Nullable String database, long number, Instant movedAt, long position) {
    return new Present(
        database, number, movedAt, "7001/16384", position, HISTORY.getOrDefault(position, "cc"));
  }

  private static Optional<Doubt> doubt(@Nullable EpochMark known, Present present) {
    return doubt(known, present, HISTORY);
  }

  private static Optional<Doubt> doubt(
      @Nullable EpochMark known, Present present, Map<Long, String> history) {
    return EpochRule.doubt(known, present, position -> Optional.ofNullable(history.get(position)));
  }
}
