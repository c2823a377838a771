package org.uitrol.adapters.files.campaign;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.shared.Nearest;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Cause;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads single values. What can't be read is told and gives a stand-in, so that reading goes on and
 * finds the other mistakes; nothing with a stand-in leaves the reader. A missing value was told
 * before and only gives the stand-in.
 */
final class Values {

  static final int LINE = 200;
  static final int PARAGRAPHS = 4_000;
  static final int MAIL = 20_000;
  private static final int LONGEST_LINK = 2_000;
  private static final int MOST_WORKING_DAYS = 500;
  private static final String STAND_IN = "x";
  private static final Pattern WORKING_DAYS = Pattern.compile("(\\d{1,4}) working days?");
  private static final Pattern MONTHS = Pattern.compile("([0-9]{1,3}) months?");
  private static final int MOST_MONTHS = 120;
  private static final Pattern SHARE = Pattern.compile("[0-9](\\.[0-9]{1,4})?");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})%");

  private final Problems problems;
  private final PersonLookup people;
  private List<String> languages = List.of("en");

  Values(Problems problems, PersonLookup people) {
    this.problems = problems;
    this.people = people;
  }

  /** From here on texts must have the first of these languages and may have the others. */
  void speak(List<String> tags) {
    languages = tags.isEmpty() ? List.of("en") : List.copyOf(tags);
  }

  /** The languages of the file, the fallback first. */
  List<String> languages() {
    return languages;
  }

  /** The scalar behind an entry as it is written, or null when it is none. */
  private @Nullable ScalarNode scalar(Entry entry, String expected) {
    if (entry.node() instanceof ScalarNode scalar && Scalars.kind(scalar) != Scalars.Kind.NOTHING) {
      return scalar;
    }
    problems.error(entry, "expected " + expected);
    return null;
  }

  private @Nullable String string(Entry entry, String expected) {
    ScalarNode scalar = scalar(entry, expected);
    if (scalar == null) {
      return null;
    }
    if (Scalars.kind(scalar) != Scalars.Kind.TEXT) {
      problems.error(
          entry, "expected " + expected + "; write it in quotes: '" + scalar.getValue() + "'");
      return null;
    }
    return scalar.getValue().strip();
  }

  /** One line of text that isn't translated. */
  String line(@Nullable Entry entry) {
    String value = lineOrNull(entry);
    return value == null ? STAND_IN : value;
  }

  /** One line of text that isn't translated; null when it is missing or was refused. */
  @Nullable String lineOrNull(@Nullable Entry entry) {
    String value = entry == null ? null : string(entry, "a text");
    return entry != null && value != null && isFine(entry, value, false, LINE) ? value : null;
  }

  private boolean isFine(Entry entry, String value, boolean lines, int longest) {
    if (value.isEmpty()) {
      problems.error(entry, "the text is empty");
      return false;
    }
    if (value.codePointCount(0, value.length()) > longest) {
      problems.error(entry, "the text is longer than " + longest + " characters");
      return false;
    }
    if (!lines && value.codePoints().anyMatch(Values::breaksLine)) {
      problems.error(entry, "the text must be one line");
      return false;
    }
    if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      problems.error(entry, "the text has a control character");
      return false;
    }
    return true;
  }

  private static boolean breaksLine(int character) {
    return character == '\n'
        || character == '\r'
        || character == 0x85
        || character == 0x2028
        || character == 0x2029;
  }

  /** A text per language, or one text in the first language. */
  Text text(@Nullable Entry entry, boolean lines, int longest) {
    Text standIn = Text.of(languages.get(0), STAND_IN);
    if (entry == null) {
      return standIn;
    }
    if (entry.node() instanceof MappingNode) {
      return translations(entry, lines, longest);
    }
    String value = string(entry, "a text, or a text per language");
    if (value == null || !isFine(entry, value, lines, longest)) {
      return standIn;
    }
    warnOfMissing(entry, Set.of(languages.get(0)));
    return Text.of(languages.get(0), value);
  }

  private Text translations(Entry entry, boolean lines, int longest) {
    Map<String, String> found = new LinkedHashMap<>();
    parts(entry, key -> languages.contains(key) ? null : notSpoken(key))
        .forEach(
            (language, part) -> {
              String value = string(part, "a text");
              boolean fine = value != null && isFine(part, value, lines, longest);
              found.put(language, fine && value != null ? value : STAND_IN);
            });
    if (!found.containsKey(languages.get(0))) {
      problems.error(
          entry, "the text in '" + languages.get(0) + "' is missing; it is the fallback");
      return Text.of(languages.get(0), STAND_IN);
    }
    warnOfMissing(entry, found.keySet());
    Map<String, String> ordered = new LinkedHashMap<>();
    languages.forEach(
        language -> {
          String value = found.get(language);
          if (value != null) {
            ordered.put(language, value);
          }
        });
    return new Text(ordered);
  }

  private String notSpoken(String key) {
    return "'" + key + "' isn't one of the file's languages: " + String.join(", ", languages);
  }

  private void warnOfMissing(Entry entry, Set<String> there) {
    List<String> missing = languages.stream().filter(tag -> !there.contains(tag)).toList();
    if (!missing.isEmpty()) {
      problems.warning(entry, "there is no text in '" + String.join("', '", missing) + "'");
    }
  }

  /** The texts of an entry that {@link #text} has read, each with where it stands. */
  Map<String, Entry> texts(@Nullable Entry entry) {
    Map<String, Entry> texts = new LinkedHashMap<>();
    if (entry != null && entry.node() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && tuple.getValueNode() instanceof ScalarNode) {
          texts.put(key.getValue(), entry.at(key.getValue(), tuple.getValueNode()));
        }
      }
    } else if (entry != null && entry.node() instanceof ScalarNode) {
      texts.put(languages.get(0), entry);
    }
    return texts;
  }

  /**
   * The values of a mapping whose keys the user chose.
   *
   * @param refusal what is wrong with a key, or null
   */
  Map<String, Entry> parts(@Nullable Entry entry, Function<String, @Nullable String> refusal) {
    Map<String, Entry> parts = new LinkedHashMap<>();
    if (entry == null) {
      return parts;
    }
    if (!(entry.node() instanceof MappingNode mapping)) {
      problems.error(entry, "expected keys of your own, each with a value");
      return parts;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.error(tuple.getKeyNode(), entry.path(), "a key must be a word");
        continue;
      }
      String key = keyNode.getValue();
      Entry part = entry.at(key, tuple.getValueNode());
      String refused = refusal.apply(key);
      if (refused != null) {
        problems.error(keyNode, part.path(), refused);
      } else if (parts.containsKey(key)) {
        problems.error(keyNode, part.path(), "'" + key + "' stands here twice");
      } else if (Scalars.isNothing(tuple.getValueNode())) {
        problems.error(keyNode, part.path(), "'" + key + "' has no value");
      } else {
        parts.put(key, part);
      }
    }
    return parts;
  }

  /** The values of a mapping by keys such as {@code why-copilot}. */
  Map<String, Entry> named(@Nullable Entry entry) {
    return parts(entry, key -> isSlug(key) ? null : noSlug(key));
  }

  /** The items of a list, which has at least one. */
  List<Entry> items(@Nullable Entry entry, int most) {
    List<Entry> items = new ArrayList<>();
    if (entry == null) {
      return items;
    }
    if (!(entry.node() instanceof SequenceNode sequence)) {
      problems.error(entry, "expected a list");
      return items;
    }
    if (sequence.getValue().isEmpty()) {
      problems.error(entry, "the list is empty");
    }
    if (sequence.getValue().size() > most) {
      problems.error(entry, "the list has more than " + most + " items");
      return items;
    }
    for (int i = 0; i < sequence.getValue().size(); i++) {
      Entry item = entry.item(i, sequence.getValue().get(i));
      if (Scalars.isNothing(item.node())) {
        problems.error(item, "an item has no value");
      } else {
        items.add(item);
      }
    }
    return items;
  }

  static boolean isSlug(String value) {
    return value.length() <= Ids.LONGEST_SLUG && Ids.SLUG.matcher(value).matches();
  }

  private static String noSlug(String value) {
    return "'"
        + value
        + "' must be lower-case letters, digits and single dashes, at most "
        + Ids.LONGEST_SLUG
        + " characters";
  }

  /** A key of the user's own, such as {@code why-copilot}. */
  String slug(@Nullable Entry entry) {
    String value = slugOrNull(entry);
    return value == null ? STAND_IN : value;
  }

  /** A key of the user's own; null when it is missing or was refused. */
  @Nullable String slugOrNull(@Nullable Entry entry) {
    String value = entry == null ? null : string(entry, "a key");
    if (entry != null && value != null && !isSlug(value)) {
      problems.error(entry, noSlug(value));
      return null;
    }
    return value;
  }

  /**
   * A key of the user's own that no other has.
   *
   * @param taken the keys so far; this one is added
   * @param what is said when it is among them
   */
  String newSlug(@Nullable Entry entry, Set<String> taken, String what) {
    String value = slugOrNull(entry);
    if (entry != null && value != null && !taken.add(value)) {
      problems.error(entry, what);
    }
    return value == null ? STAND_IN : value;
  }

  /** A text that is one of a few. */
  String word(@Nullable Entry entry, Collection<String> allowed, String standIn) {
    if (entry == null) {
      return standIn;
    }
    String value = string(entry, "one of " + String.join(", ", allowed));
    if (value == null) {
      return standIn;
    }
    if (!allowed.contains(value)) {
      problems.error(entry, "'" + value + "' isn't one of " + String.join(", ", allowed));
      return standIn;
    }
    return value;
  }

  /** The key of something that stands elsewhere in the file. */
  String reference(@Nullable Entry entry, String what, Collection<String> known) {
    if (entry == null) {
      return STAND_IN;
    }
    String value = string(entry, "the key of a " + what);
    if (value != null && !known.contains(value)) {
      problems.error(
          entry,
          "there is no "
              + what
              + " '"
              + value
              + "'"
              + Nearest.to(value, known).map(near -> ", did you mean '" + near + "'?").orElse(".")
              + (known.isEmpty()
                  ? " The file has none"
                  : " The file has " + String.join(", ", known)));
      return STAND_IN;
    }
    return value == null ? STAND_IN : value;
  }

  int number(@Nullable Entry entry, int least, int most) {
    if (entry == null) {
      return least;
    }
    String range = "a whole number from " + least + " to " + most;
    ScalarNode scalar = scalar(entry, range);
    if (scalar == null) {
      return least;
    }
    String written = scalar.getValue();
    if (Scalars.kind(scalar) == Scalars.Kind.WHOLE && written.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(written);
      if (value >= least && value <= most) {
        return value;
      }
    }
    problems.error(entry, "expected " + range);
    return least;
  }

  /** A share above 0 and at most 1. */
  double share(@Nullable Entry entry) {
    if (entry == null) {
      return 1;
    }
    String expected = "a share above 0 and at most 1, as in 0.7";
    ScalarNode scalar = scalar(entry, expected);
    if (scalar == null) {
      return 1;
    }
    if (SHARE.matcher(scalar.getValue()).matches() && Scalars.kind(scalar) != Scalars.Kind.TEXT) {
      double value = Double.parseDouble(scalar.getValue());
      if (value > 0 && value <= 1) {
        return value;
      }
    }
    problems.error(entry, "expected " + expected);
    return 1;
  }

  boolean truth(@Nullable Entry entry) {
    if (entry == null) {
      return false;
    }
    ScalarNode scalar = scalar(entry, "true or false");
    if (scalar == null) {
      return false;
    }
    if (Scalars.kind(scalar) != Scalars.Kind.TRUTH) {
      problems.error(entry, "expected true or false");
      return false;
    }
    return scalar.getValue().toLowerCase(Locale.ROOT).equals("true");
  }

  /** A key that only says that something is so. */
  void yes(@Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    boolean isTruth =
        entry.node() instanceof ScalarNode scalar
            && Scalars.kind(scalar) == Scalars.Kind.TRUTH
            && scalar.getValue().toLowerCase(Locale.ROOT).equals("true");
    if (!isTruth) {
      problems.error(entry, "expected true; leave the key out when it isn't");
    }
  }

  int workingDays(@Nullable Entry entry, int least) {
    if (entry == null) {
      return least;
    }
    String expected = "working days, as in '10 working days'";
    if (!(entry.node() instanceof ScalarNode scalar)) {
      problems.error(entry, "expected " + expected);
      return least;
    }
    Matcher days = WORKING_DAYS.matcher(scalar.getValue().strip());
    if (!days.matches()) {
      problems.error(entry, "expected " + expected);
      return least;
    }
    int count = Integer.parseInt(days.group(1));
    if (count < least || count > MOST_WORKING_DAYS) {
      problems.error(
          entry, "expected from " + least + " to " + MOST_WORKING_DAYS + " working days");
      return least;
    }
    return count;
  }

  /** A share such as {@code 10%}, in hundredths. */
  int percent(@Nullable Entry entry, int least, int most) {
    if (entry == null) {
      return most;
    }
    String expected = "expected a share from " + least + "% to " + most + "%, as in '20%'";
    if (entry.node() instanceof ScalarNode scalar) {
      Matcher percent = PERCENT.matcher(scalar.getValue().strip());
      int value = percent.matches() ? Integer.parseInt(percent.group(1)) : 0;
      if (value >= least && value <= most) {
        return value;
      }
    }
    problems.error(entry, expected);
    return most;
  }

  /** What holds people back; null when it isn't said or was refused. */
  @Nullable Cause cause(@Nullable Entry entry) {
    List<String> keys = Arrays.stream(Cause.values()).map(Cause::key).toList();
    String word = word(entry, keys, "");
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.key().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** How long something is kept, from 1 month to 10 years. */
  int months(Entry entry) {
    String expected = "months, as in '12 months'";
    if (!(entry.node() instanceof ScalarNode scalar)) {
      problems.error(entry, "expected " + expected);
      return 1;
    }
    Matcher months = MONTHS.matcher(scalar.getValue().strip());
    int count = months.matches() ? Integer.parseInt(months.group(1)) : 0;
    if (count < 1 || count > MOST_MONTHS) {
      problems.error(entry, "expected " + expected + ", from 1 to " + MOST_MONTHS);
      return 1;
    }
    return count;
  }

  /** A date; null when it is missing or was refused. */
  @Nullable LocalDate date(@Nullable Entry entry) {
    String value = entry == null ? null : string(entry, "a date, as in 2027-01-11");
    if (entry == null || value == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() >= 2000 && date.getYear() < 2200) {
        return date;
      }
    } catch (DateTimeParseException e) {
      // Told below, as for a date of another century.
    }
    problems.error(entry, "expected a date, as in 2027-01-11");
    return null;
  }

  String link(@Nullable Entry entry) {
    String standIn = "https://x.example";
    if (entry == null) {
      return standIn;
    }
    String value = string(entry, "a link, as in https://example.org/course");
    if (value == null) {
      return standIn;
    }
    if (!isLink(value)) {
      problems.error(entry, "expected a link that begins with https://");
      return standIn;
    }
    return value;
  }

  /** By what another program names something, whatever it looks like. */
  String foreignName(@Nullable Entry entry) {
    String standIn = "x";
    if (entry == null) {
      return standIn;
    }
    String value = string(entry, "a name or an identifier, as in https://lms.example.org/course/7");
    if (value == null) {
      return standIn;
    }
    if (value.isBlank()
        || !value.equals(value.strip())
        || value.length() > LONGEST_LINK
        || value.codePoints().anyMatch(Character::isISOControl)) {
      problems.error(entry, "expected a name or an identifier, on one line");
      return standIn;
    }
    return value;
  }

  private static boolean isLink(String value) {
    try {
      URI uri = new URI(value);
      return value.length() <= LONGEST_LINK
          && "https".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** A person by e-mail address or employee number; a number needs no quotes. */
  PersonId person(@Nullable Entry entry) {
    PersonId standIn = new PersonId(STAND_IN);
    if (entry == null) {
      return standIn;
    }
    ScalarNode scalar = scalar(entry, "an e-mail address or employee number");
    if (scalar == null) {
      return standIn;
    }
    String value = scalar.getValue().strip();
    return people
        .find(value)
        .orElseGet(
            () -> {
              problems.error(
                  entry,
                  "nobody has the e-mail address or employee number '"
                      + value
                      + "'; import the people first");
              return standIn;
            });
  }
}
