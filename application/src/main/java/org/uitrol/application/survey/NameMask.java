package org.uitrol.application.survey;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;

/**
 * Masks who is named in a text: names and employee numbers of people in the directory, and whatever
 * looks like an address or a telephone number. A name that is also a word is masked where it begins
 * with a capital. It masks rather too much than too little, and still can't know every nickname.
 */
final class NameMask {

  /** What stands where somebody was named. */
  static final String MASK = "[…]";

  /** Shorter parts of names, such as "de" or "Li", would mask half the text. */
  private static final int SHORTEST = 3;

  private static final Pattern ADDRESS = Pattern.compile("[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d(?:[ ()./-]{0,2}\\d){7,14}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Set<String> names;
  private final Set<String> numbers;

  private NameMask(Set<String> names, Set<String> numbers) {
    this.names = names;
    this.numbers = numbers;
  }

  static NameMask of(PersonVault vault) {
    Set<String> names = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    vault.forEach(
        (person, data) -> {
          addNames(names, data);
          if (data.employeeNumber().length() > SHORTEST) {
            numbers.add(plain(data.employeeNumber()));
          }
        });
    return new NameMask(names, numbers);
  }

  private static void addNames(Set<String> names, PersonalData data) {
    Matcher part =
        WORD.matcher(data.givenName() + " " + data.familyName() + " " + data.displayName());
    while (part.find()) {
      if (part.group().length() >= SHORTEST) {
        names.add(plain(part.group()));
      }
    }
  }

  String mask(String text) {
    String masked = ADDRESS.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    masked = TELEPHONE.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
    return WORD.matcher(masked)
        .replaceAll(
            word -> Matcher.quoteReplacement(isSomebody(word.group()) ? MASK : word.group()));
  }

  private boolean isSomebody(String word) {
    String plain = plain(word);
    return numbers.contains(plain)
        || (Character.isUpperCase(word.codePointAt(0)) && names.contains(plain));
  }

  /** Without accents and capitals. */
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
