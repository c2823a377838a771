package org.uitrol.domain.survey.source;

import java.util.List;

/**
 * A column of an export.
 *
 * @param name by which the same column is found in a later export
 * @param title what is asked in it, where its name doesn't say that; else its name
 * @param role what it seems to be for
 * @param values different texts that stand in it or may stand in it, some only
 */
public record SourceColumn(String name, String title, ColumnRole role, List<String> values) {

  public SourceColumn {
    values = List.copyOf(values);
  }

  /** The text says nothing of the answers, so that none can reach a log. */
  @Override
  public String toString() {
    return "SourceColumn";
  }
}
