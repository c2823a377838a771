package org.uitrol.application.directory;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One readable row of a people file. Its text form shows nothing but the line.
 *
 * @param line where the row starts in the file, counted from 1 in lines as an editor shows them
 * @param cells by field, cleaned and checked, empty when the cell was blank; a field for which the
 *     file has no column isn't there
 */
public record PersonRow(long line, Map<PersonField, String> cells) {

  public PersonRow {
    Map<PersonField, String> copy = new EnumMap<>(PersonField.class);
    copy.putAll(cells);
    cells = Collections.unmodifiableMap(copy);
  }

  /** The cell's value; empty when blank or when there is no such column. */
  public String value(PersonField field) {
    return cells.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "PersonRow[line=" + line + "]";
  }
}
