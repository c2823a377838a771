package org.uitrol.adapters.files;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.RowProblem;

/** Cleans and checks what is told about a person by other means than a file, by the same rules. */
public final class PersonValues {

  private PersonValues() {}

  /**
   * The clean values, or nothing when one is refused; each problem is told to the consumer. Only a
   * department may be empty here that may not be in a file.
   */
  public static Optional<Map<PersonField, String>> check(
      Map<PersonField, String> raw, Consumer<RowProblem> problems) {
    Map<PersonField, String> filled = new EnumMap<>(PersonField.class);
    filled.putAll(raw);
    boolean noDepartment = raw.getOrDefault(PersonField.DEPARTMENT, "-").isBlank();
    if (noDepartment) {
      filled.remove(PersonField.DEPARTMENT);
    }
    Optional<Map<PersonField, String>> sound = PeopleCells.checkSome(filled, problems);
    if (noDepartment) {
      sound.ifPresent(values -> values.put(PersonField.DEPARTMENT, ""));
    }
    return sound;
  }
}
