package org.uitrol.application.erasure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.uitrol.application.directory.EmployeeNumber;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.domain.shared.PersonId;

/**
 * By what somebody can be recognised in a text. Lives as long as a step of an erasure, and shows
 * nothing of itself.
 */
public final class Traces {

  private static final int SHORTEST = 4;

  private final PersonId person;
  private final PersonalData data;
  private final List<Pattern> patterns;

  private Traces(PersonId person, PersonalData data, List<Pattern> patterns) {
    this.person = person;
    this.data = data;
    this.patterns = patterns;
  }

  /**
   * Of a person: the id itself is none, since it leads nowhere by then.
   *
   * @param data what the vault knows; nothing of somebody who is erased
   */
  public static Traces of(PersonId person, PersonalData data) {
    Set<String> texts = new LinkedHashSet<>();
    Stream.of(
            data.email(),
            EmployeeNumber.comparable(data.employeeNumber()),
            data.userName().strip(),
            data.externalId().strip(),
            data.displayName().strip(),
            (data.givenName() + " " + data.familyName()).strip(),
            data.familyName().isEmpty() || data.givenName().isEmpty()
                ? ""
                : data.familyName() + ", " + data.givenName())
        .filter(text -> text.length() >= SHORTEST)
        .map(text -> onOneLine(text).toLowerCase(Locale.ROOT))
        .forEach(texts::add);
    return new Traces(
        person, data, texts.stream().map(Traces::whole).collect(Collectors.toUnmodifiableList()));
  }

  public PersonId person() {
    return person;
  }

  /** What the vault knows; nothing of somebody who is erased. */
  public PersonalData data() {
    return data;
  }

  /** Whether nothing is known by which the person could be recognised. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** Whether a text tells who it is about: by name, address or number, as whole words. */
  public boolean areIn(String text) {
    String line = onOneLine(text);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(line).find());
  }

  /** A name may be broken over two lines. */
  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static Pattern whole(String text) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  @Override
  public String toString() {
    return "traces of " + person;
  }
}
