package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.adoption.UsageReport;
import org.uitrol.application.adoption.UsageRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.adoption.UsageLayout;

class AReportOfUseAsAFile {

  private static final String V1 =
      "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,"
          + "Copilot Chat Last Activity Date,Microsoft Teams Copilot Last Activity Date,"
          + "Word Copilot Last Activity Date,Report Period";
  private static final String V1_ROW = "2027-02-28,ann@example.org,Ann,%s,,2027-02-10,,30";

  @Test
  void of_graph_in_its_first_version_tells_last_days() {
    UsageReport report =
        read(
            V1,
            "2027-02-28,ann@example.org,Ann,2027-02-26,2027-02-26,2027-02-10,2027-01-15,30",
            "2027-02-28,bob@example.org,Bob,,,,,30");

    assertThat(report.layout()).isEqualTo(UsageLayout.COPILOT_GRAPH_V1);
    assertThat(report.refreshedOn()).isEqualTo("2027-02-28");
    assertThat(report.problems()).isEmpty();
    assertThat(report.ignoredColumns()).isEmpty();
    UsageRow ann = report.rows().get(0);
    assertThat(ann.line()).isEqualTo(2);
    assertThat(ann.who()).isEqualTo("ann@example.org");
    assertThat(ann.from()).isEqualTo("2027-01-30");
    assertThat(ann.until()).isEqualTo("2027-02-28");
    assertThat(ann.activeOn())
        .containsExactly(day("2027-01-15"), day("2027-02-10"), day("2027-02-26"));
    assertThat(report.rows().get(1).activeOn()).isEmpty();
    assertThat(report.rows().get(1).activeDays()).isNull();
  }

  @Test
  void of_graph_in_its_second_version_tells_how_many_days() {
    UsageReport report =
        read(
            "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,"
                + "Prompts submitted for all apps,Prompts submitted for Copilot Chat (work),"
                + "Active Usage Days for all apps,Active Usage Days for Word,Report Period",
            "2027-02-28,ann@example.org,Ann,2027-02-26,311,12,9,3,D28");

    assertThat(report.layout()).isEqualTo(UsageLayout.COPILOT_GRAPH_V2);
    assertThat(report.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.activeDays()).isEqualTo(9);
              assertThat(row.from()).isEqualTo("2027-02-01");
            });
    assertThat(report.ignoredColumns()).as("known, and not needed").isEmpty();
  }

  @Test
  void of_the_admin_centre_has_its_day_told_beside_it() {
    String[] lines = {
      "User name;Display name;Prompts submitted (any app);Active Days;Last activity date (UTC);"
          + "Last activity date of Teams Copilot (UTC);Colour",
      "ann@example.org;Ann;5;3;26-02-2027;;blue"
    };
    UsageReport report = read(day("2027-02-28"), lines);

    assertThat(report.layout()).isEqualTo(UsageLayout.COPILOT_ADMIN_CENTRE);
    assertThat(report.refreshedOn()).isEqualTo("2027-02-28");
    assertThat(report.rows().get(0).activeOn()).containsExactly(day("2027-02-26"));
    assertThat(report.rows().get(0).activeDays()).isEqualTo(3);
    assertThat(report.ignoredColumns()).containsExactly("Colour");
    assertThatThrownBy(() -> read(lines))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> assertThat(refused.code()).isEqualTo("REFRESH_DATE_MISSING"));
  }

  @Test
  void of_chatgpt_is_about_periods() {
    UsageReport report =
        read(
            "cadence,period_start,period_end,account_id,public_id,email,user_id,name,is_active,"
                + "first_day_active_in_period,last_day_active_in_period,messages",
            "Weekly,2027-02-15,2027-02-21,a,p,ann@example.org,u-1,Ann,1,2027-02-16,2027-02-19,80",
            "Weekly,2027-02-22,2027-02-28,a,p,ann@example.org,u-1,Ann,0,,,0",
            "Weekly,2027-02-22,2027-02-28,a,p,bob@example.org,u-2,Bob,true,,,4");

    assertThat(report.layout()).isEqualTo(UsageLayout.CHATGPT_USERS);
    assertThat(report.refreshedOn()).as("the end of the last period").isEqualTo("2027-02-28");
    assertThat(report.problems()).isEmpty();
    assertThat(report.rows())
        .extracting(UsageRow::who)
        .containsExactly("ann@example.org", "ann@example.org", "bob@example.org");
    assertThat(report.rows().get(0).activeOn())
        .containsExactly(day("2027-02-16"), day("2027-02-19"));
    assertThat(report.rows().get(0).from()).isEqualTo("2027-02-15");
    assertThat(report.rows().get(0).until()).isEqualTo("2027-02-21");
    assertThat(report.rows().get(1).activeOn()).isEmpty();
    assertThat(report.rows().get(2).activeDays()).as("some day, it doesn't say which").isEqualTo(1);
  }

  @Test
  void is_known_by_other_names_of_its_columns_too() {
    UsageReport report =
        read(
            "Rapportdatum;Gebruikersnaam;Laatste activiteit in Copilot;Aantal actieve dagen;Rapportperiode",
            "28-2-2027;ann@example.org;26-2-2027;4;28 dagen");

    assertThat(report.layout()).isEqualTo(UsageLayout.COPILOT_ADMIN_CENTRE);
    assertThat(report.rows().get(0).activeDays()).isEqualTo(4);
    assertThat(report.rows().get(0).from()).isEqualTo("2027-02-01");
  }

  @Test
  void may_hide_names() {
    UsageReport report =
        read(
            V1,
            V1_ROW
                .formatted("2027-02-26")
                .replace("ann@example.org", "0123456789abcdef0123456789ABCDEF"));

    assertThat(report.rows().get(0).isUnnamed()).isTrue();
    assertThat(report.rows().get(0)).hasToString("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
  void comes_in_any_encoding(String charset) {
    String text =
        V1.replace("Display", "\u00d6ffentlich") + "\r\n" + V1_ROW.formatted("2027-02-26");
    UsageReport report = UsageFile.read(text.getBytes(Charset.forName(charset)), null);

    assertThat(report.rows()).hasSize(1);
  }

  @Test
  void is_the_same_when_its_bytes_are() {
    assertThat(read(V1, V1_ROW.formatted("")).hash())
        .isEqualTo(read(V1, V1_ROW.formatted("")).hash())
        .isNotEqualTo(read(V1, V1_ROW.formatted("2027-02-26")).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-02-28,ann@example.org,Ann,yesterday,,,,30 | 3 | Last Activity Date | DATE_UNKNOWN",
        "2027-02-28,ann@example.org,Ann,2027-03-01,,,,30 | 3 | '' | ACTIVE_AFTER_REPORT",
        "2027-02-27,ann@example.org,Ann,,,,,30 | 3 | Report Refresh Date | REFRESH_DATE_DIFFERS",
        "2027-02-28,,Ann,,,,,30 | 3 | User Principal Name | IDENTITY_MISSING",
        "2027-02-28,ann@example.org,Ann,,,,,monthly | 3 | Report Period | PERIOD_UNKNOWN",
        "2027-02-28,first@example.org,Ann,,,,,30 | 3 | User Principal Name | PERSON_TWICE",
        "2027-02-28,ann@example.org | 3 | '' | ROW_HAS_OTHER_WIDTH"
      })
  void tells_where_it_is_wrong(String row, long line, String column, String code) {
    UsageReport report = read(V1, V1_ROW.formatted("").replace("ann@", "first@"), row);

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.column()).isEqualTo(column);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.refused()).isTrue();
            });
    assertThatThrownBy(report::requireSound)
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, refused -> assertThat(refused.line()).isEqualTo(line));
  }

  @ParameterizedTest
  @CsvSource({"29,ACTIVE_DAYS_TOO_MANY", "many,NUMBER_UNKNOWN", "-1,NUMBER_UNKNOWN"})
  void tells_that_it_counts_what_cannot_be(String days, String code) {
    UsageReport report =
        read(
            "Report Refresh Date,User Principal Name,Last Activity Date,Active Usage Days for all apps,Report Period",
            "2027-02-28,ann@example.org,,%s,28".formatted(days));

    assertThat(report.problems()).extracting(RowProblem::code).containsExactly(code);
    assertThat(report.problems().get(0).column()).isEqualTo("Active Usage Days for all apps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "employee number,e-mail,given name | USAGE_LAYOUT_UNKNOWN",
        "User Principal Name,Display Name | USAGE_LAYOUT_UNKNOWN",
        "Report Refresh Date,User Principal Name,user principal name,Last Activity Date | COLUMN_TWICE"
      })
  void is_refused_when_its_header_is_another(String header, String code) {
    assertThatThrownBy(() -> read(header, "a,b,c"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.line()).isEqualTo(1);
            });
  }

  @Test
  void is_refused_when_a_quote_is_never_closed() {
    assertThatThrownBy(() -> read(V1, V1_ROW.formatted(""), "2027-02-28,\"bob@example.org,,,,,,30"))
        .isInstanceOfSatisfying(
            UnreadablePeopleFile.class, refused -> assertThat(refused.line()).isEqualTo(3));
  }

  private static UsageReport read(String... lines) {
    return read(null, lines);
  }

  private static UsageReport read(@Nullable LocalDate refreshedOn, String... lines) {
    return UsageFile.read(
        String.join("\n", List.of(lines)).getBytes(StandardCharsets.UTF_8), refreshedOn);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
