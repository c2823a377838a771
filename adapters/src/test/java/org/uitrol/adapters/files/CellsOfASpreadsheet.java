package org.uitrol.adapters.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsOfASpreadsheet {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        " =1+1",
        "\t=1",
        "@x",
        "-1+2",
        "+31 6 12345678",
        "\r=1",
        "＝1+1",
        "\u00a0=1",
        "-A1"
      })
  void never_hold_a_formula(String text) {
    assertThat(SpreadsheetCell.safe(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+5", "-1,5", "3.14", "Sanne", "{\"a\":\"=1\"}", "a=b", "a-b", ""})
  void otherwise_stay_as_they_are(String text) {
    assertThat(SpreadsheetCell.safe(text)).isEqualTo(text);
  }
}
