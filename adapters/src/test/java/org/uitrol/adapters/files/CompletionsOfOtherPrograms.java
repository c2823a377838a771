package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.training.CompletionRow;
import org.uitrol.application.training.CompletionRow.Progress;

/** Exports of Viva Learning and Moodle, as they are and as they have drifted. */
class CompletionsOfOtherPrograms {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final String VIVA =
      """
      learnerUserId,learningContentId,externalCourseActivityId,status,completionPercentage,completedDateTime
      jan@town.example,0d1e2f,basics-7,completed,100,2027-03-31T14:00:00Z
      7f3a-entra,0d1e2f,,completed,100,2027-03-31T14:00:00.123Z
      eva@town.example,0d1e2f,basics-7,inProgress,40,
      sam@town.example,0d1e2f,basics-7,notStarted,0,
      """;

  @Test
  void viva_learning_tells_who_finished_and_who_began() {
    ListRead<CompletionRow> read = read(VIVA);

    assertThat(read.problems()).isEmpty();
    assertThat(read.ignoredColumns()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            finished(2, "jan@town.example", "basics-7", "2027-03-31T14:00:00Z", null),
            finished(3, "7f3a-entra", "0d1e2f", "2027-03-31T14:00:00.123Z", null),
            new CompletionRow(4, "eva@town.example", "", "basics-7", Progress.BEGUN),
            new CompletionRow(5, "sam@town.example", "", "basics-7", Progress.NOT_BEGUN));
  }

  @Test
  void how_far_somebody_is_is_no_score() {
    assertThat(read(VIVA).rows()).allMatch(row -> row.score() == null);
  }

  @Test
  void assignments_of_viva_learning_are_read_with_what_is_up_to_the_plan() {
    ListRead<CompletionRow> read =
        read(
            """
            "Learner User Id";"Learning Content Id";"External Course Activity Id";Status;"Completion Percentage";"Completed Date Time";"Assignment Type";"Due Date Time";Notes
            jan@town.example;c1;a1;Completed;100,0;31-03-2027 14:00;required;2027-04-01T00:00:00Z;x
            jan@town.example;c1;a2;In progress;50%;;peerRecommended;;
            """);

    assertThat(read.problems()).isEmpty();
    assertThat(read.ignoredColumns()).containsExactly("Notes");
    assertThat(read.rows())
        .containsExactly(
            finished(2, "jan@town.example", "a1", "2027-03-31T12:00:00Z", null),
            new CompletionRow(3, "jan@town.example", "", "a2", Progress.BEGUN));
  }

  @Test
  void each_wrong_row_of_viva_learning_is_told_with_its_line_and_the_others_are_read() {
    ListRead<CompletionRow> read =
        read(
            """
            learnerUserId,learningContentId,externalCourseActivityId,status,completionPercentage,completedDateTime,assignmentType,dueDateTime
            ,c1,a1,completed,100,2027-03-31T14:00:00Z,,
            jan@town.example,,,completed,100,2027-03-31T14:00:00Z,,
            jan@town.example,c1,a1,done,100,2027-03-31T14:00:00Z,,
            jan@town.example,c1,a1,completed,101,2027-03-31T14:00:00Z,,
            jan@town.example,c1,a1,completed,100,,,
            jan@town.example,c1,a1,completed,100,3/31/2027 2:00 PM,,
            jan@town.example,c1,a1,completed,100,2027-03-31T14:00:00Z,voluntary,
            jan@town.example,c1,a1,completed,100,2027-03-31T14:00:00Z,,soon
            jan@town.example,c1
            jan@town.example,c1,a1,completed,,2027-03-31T14:00:00Z,,
            """);

    assertThat(read.problems())
        .extracting(problem -> problem.line() + " " + problem.code())
        .containsExactly(
            "2 IDENTITY_MISSING",
            "3 COURSE_MISSING",
            "4 STATUS_UNKNOWN",
            "5 PERCENTAGE_OUT_OF_RANGE",
            "6 COMPLETED_AT_MISSING",
            "7 COMPLETED_AT_UNKNOWN",
            "8 ASSIGNMENT_UNKNOWN",
            "9 COMPLETED_AT_UNKNOWN",
            "10 ROW_HAS_OTHER_WIDTH");
    assertThat(read.rows())
        .containsExactly(finished(11, "jan@town.example", "a1", "2027-03-31T14:00:00Z", null));
  }

  @Test
  void moodle_tells_of_every_activity_in_a_row() {
    ListRead<CompletionRow> read =
        read(
            """
            ID,Name,Email address,"The basics","The basics - Completion date","Quiz, part 1","Quiz, part 1 - Completion date","Course complete"
            17,Jan de Vries,jan@town.example,Completed,"Wednesday, 31 March 2027, 3:45 PM","Completed (achieved pass grade)","Thursday, 1 April 2027, 9:05 AM",
            18,Eva Smith,eva@town.example,"Not completed",,"Completed (did not achieve pass grade)","Thursday, 1 April 2027, 12:05 PM",
            """);

    assertThat(read.problems()).isEmpty();
    assertThat(read.ignoredColumns()).containsExactly("ID", "Name", "Course complete");
    assertThat(read.rows())
        .containsExactly(
            finished(2, "jan@town.example", "The basics", "2027-03-31T13:45:00Z", null),
            finished(2, "jan@town.example", "Quiz, part 1", "2027-04-01T07:05:00Z", true),
            finished(3, "eva@town.example", "Quiz, part 1", "2027-04-01T10:05:00Z", false));
  }

  @Test
  void moodle_speaks_the_language_of_its_site() {
    assertThat(
            one(
                """
                ID;Naam;E-mailadres;Basis;Basis - Voltooiingsdatum
                1;Jan;jan@town.example;Voltooid;woensdag, 31 maart 2027, 15:45
                """))
        .isEqualTo(finished(2, "jan@town.example", "Basis", "2027-03-31T13:45:00Z", null));
    assertThat(
            one(
                """
                ID;Name;ID-Nummer;Grundlagen;Grundlagen - Abschlussdatum
                1;Jan;1001;Abgeschlossen (nicht bestanden);Mittwoch, 31. März 2027, 15:45
                """))
        .isEqualTo(finished(2, "1001", "Grundlagen", "2027-03-31T13:45:00Z", false));
    assertThat(
            one(
                """
                ID;Nom;Adresse de courriel;Bases;Bases - Date d’achèvement
                1;Jan;jan@town.example;Terminé (note de réussite obtenue);mercredi 31 mars 2027, 15:45
                """))
        .isEqualTo(finished(2, "jan@town.example", "Bases", "2027-03-31T13:45:00Z", true));
    assertThat(
            one(
                """
                ID,Name,Email address,Basics,Basics - Completion date
                1,Jan,jan@town.example,Completed,"Wednesday, March 31, 2027, 12:45 AM"
                """))
        .isEqualTo(finished(2, "jan@town.example", "Basics", "2027-03-30T22:45:00Z", null));
  }

  @Test
  void what_is_not_completed_in_any_of_them_changes_nothing() {
    for (String state :
        List.of("Not completed", "Niet voltooid", "Nicht abgeschlossen", "Non terminé", "")) {
      ListRead<CompletionRow> read =
          read(
              "ID;Name;Email address;Basics;Basics - Date\n1;Jan;jan@town.example;"
                  + state
                  + ";\n");
      assertThat(read.rows()).as(state).isEmpty();
      assertThat(read.problems()).as(state).isEmpty();
    }
  }

  @Test
  void a_state_or_date_of_moodle_that_is_unknown_is_told_with_its_line_and_activity() {
    ListRead<CompletionRow> read =
        read(
            """
            ID,Name,Email address,Basics,Basics - Completion date
            1,Jan,jan@town.example,Ukończono,"31 marca 2027"
            2,Jan,jan@town.example,Completed,"one day"
            3,Jan,jan@town.example,Completed,
            4,Jan,,Completed,"31 March 2027"
            5,Jan,jan@town.example,Completed,"30 February 2027, 10:00"
            6,Jan,jan@town.example,Completed,31-03-2027 15:45
            """);

    assertThat(read.problems())
        .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.code())
        .containsExactly(
            "2 Basics STATUS_UNKNOWN",
            "3 Basics COMPLETED_AT_UNKNOWN",
            "4 Basics COMPLETED_AT_MISSING",
            "5  IDENTITY_MISSING",
            "6 Basics COMPLETED_AT_UNKNOWN");
    assertThat(read.rows())
        .containsExactly(finished(7, "jan@town.example", "Basics", "2027-03-31T13:45:00Z", null));
  }

  @Test
  void every_encoding_is_read_the_same() {
    String table =
        """
        ID;Name;Email address;Übung für Zoë;Übung für Zoë - Abschlussdatum
        1;Zoë;zoe@town.example;Abgeschlossen;Montag, 1. März 2027, 08:00
        """
            .replace("\n", "\r\n");
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
      assertThat(CompletionsFile.read(table.getBytes(charset), ZONE).rows())
          .as(charset.name())
          .containsExactly(
              finished(2, "zoe@town.example", "Übung für Zoë", "2027-03-01T07:00:00Z", null));
    }
    assertThat(
            CompletionsFile.read(("\ufeff" + VIVA).getBytes(StandardCharsets.UTF_8), ZONE).rows())
        .hasSize(4);
  }

  @Test
  void without_anybody_or_a_state_it_is_no_such_file() {
    assertThatThrownBy(() -> read("ID,Name,Basics,Basics - Completion date\n1,Jan,Completed,x\n"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, e -> assertThat(e.code()).isEqualTo("COLUMN_MISSING"));
    assertThatThrownBy(() -> read("learnerUserId,learningContentId\njan@town.example,c1\n"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, e -> assertThat(e.code()).isEqualTo("COLUMN_MISSING"));
    assertThatThrownBy(
            () -> read("Email address,A,A - Date,A,A - Date\njan@town.example,Completed,x,,\n"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, e -> assertThat(e.code()).isEqualTo("COLUMN_TWICE"));
  }

  private static CompletionRow one(String table) {
    ListRead<CompletionRow> read = read(table);
    assertThat(read.problems()).extracting(RowProblem::reason).isEmpty();
    assertThat(read.rows()).hasSize(1);
    return read.rows().get(0);
  }

  private static CompletionRow finished(
      long line,
      String who,
      String course,
      String at,
      @org.jspecify.annotations.Nullable Boolean passed) {
    return new CompletionRow(
        line, who, "", course, Progress.FINISHED, Instant.parse(at), null, passed);
  }

  private static ListRead<CompletionRow> read(String table) {
    return CompletionsFile.read(table.getBytes(StandardCharsets.UTF_8), ZONE);
  }
}
