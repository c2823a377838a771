package org.uitrol.adapters.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.uitrol.application.directory.PersonRow;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.port.PeopleSource;

/** What a people file told, kept for a test. */
final class ReadRows implements PeopleSource.Rows {

  final List<PersonRow> rows = new ArrayList<>();
  final List<RowProblem> problems = new ArrayList<>();
  List<String> ignored = List.of();

  static ReadRows of(String text) {
    return of(text, StandardCharsets.UTF_8);
  }

  static ReadRows of(String text, Charset charset) {
    return of(text.getBytes(charset));
  }

  static ReadRows of(byte[] bytes) {
    return of(PeopleFile.of(bytes));
  }

  static ReadRows of(PeopleFile file) {
    ReadRows read = new ReadRows();
    read.ignored = file.read(read);
    return read;
  }

  @Override
  public void row(PersonRow row) {
    rows.add(row);
  }

  @Override
  public void problem(RowProblem problem) {
    problems.add(problem);
  }
}
