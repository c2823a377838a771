package org.uitrol.adapters.files.templates;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.uitrol.domain.shared.Holidays;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Writes ready campaign files: the skeleton, filled with what the tool and the sector have of their
 * own. Safe for many threads.
 *
 * <p>The files are put together as text, so that their comments stay. Their braces are {@code <%
 * %>}, since the mails in them have the usual ones for what is filled in much later.
 */
public final class TemplateLibrary {

  /** Stands for the owner as long as nobody is known: nobody in a directory has it. */
  public static final String NO_OWNER_YET = "change.manager@example.org";

  private static final String FOLDER = "/campaign-templates/";
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final String COUNTRY = "NL";
  private static final int DAYS_TO_PREPARE = 28;
  private static final int LAST_START_OF_THE_YEAR = 13;
  private static final int DAYS_OF_EXAMPLE = 4;
  private static final int WEEKS_TO_EXAMPLE = 6;

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler()
          .withDelims("<% %>")
          .withEscaper(TemplateLibrary::inQuotes)
          .withLoader(name -> new StringReader(resource(name + ".yaml")));

  private final Holidays holidays;

  public TemplateLibrary(Holidays holidays) {
    this.holidays = holidays;
  }

  /**
   * A whole campaign that can be checked, drafted and launched as it is.
   *
   * @param language of the comments, nl or else English; the texts are always in both
   * @param owner an e-mail address or employee number, or {@link #NO_OWNER_YET}
   * @param at when it is taken: the first wave starts on a working Monday four weeks later or more,
   *     and not in the weeks around Christmas
   */
  public String take(Tool tool, Sector sector, String language, String owner, Instant at) {
    LocalDate start = start(at.atZone(ZONE).toLocalDate());
    LocalDate closed = start.plusWeeks(WEEKS_TO_EXAMPLE);
    Map<String, Object> values = values(tool, sector);
    values.put("key", tool.key() + "-" + values.get("suffix") + "-" + start.getYear());
    values.put("start", start.toString());
    values.put("closedFrom", closed.toString());
    values.put("closedTo", closed.plusDays(DAYS_OF_EXAMPLE).toString());
    values.put("owner", owner.replace("\\", "\\\\").replace("\"", "\\\""));
    values.put("dutch", language.equals("nl"));
    return MUSTACHE.compile(resource("skeleton.yaml")).execute(values);
  }

  /** The dull work that a tool takes over in a sector, as part of a sentence. */
  public String chores(Tool tool, Sector sector, String language) {
    return text(tool, sector, language, "chores");
  }

  /** What a tool is called in a sector. */
  public String name(Tool tool, Sector sector, String language) {
    return text(tool, sector, language, "name");
  }

  private static String text(Tool tool, Sector sector, String language, String key) {
    Object texts = values(tool, sector).get(language.equals("nl") ? "nl" : "en");
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(texts)).get(key));
  }

  private LocalDate start(LocalDate taken) {
    LocalDate monday =
        taken.plusDays(DAYS_TO_PREPARE).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    while (holidays.isHoliday(COUNTRY, monday) || isBeforeTheNewYear(monday)) {
      monday = monday.plusWeeks(1);
    }
    return monday;
  }

  /** People are away or busy then, and a campaign wants their attention from its first day. */
  private static boolean isBeforeTheNewYear(LocalDate day) {
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() > LAST_START_OF_THE_YEAR;
  }

  /** What the sector says of itself, what it says of this kind of AI, and what the tool says. */
  private static Map<String, Object> values(Tool tool, Sector sector) {
    Map<?, ?> ofSector = data("sectors/" + sector.key());
    Map<String, Object> values = new HashMap<>();
    add(values, ofSector);
    add(values, (Map<?, ?>) Objects.requireNonNull(ofSector.get("both")));
    add(values, (Map<?, ?>) Objects.requireNonNull(ofSector.get(tool.part())));
    add(values, data("tools/" + tool.key()));
    return filled(values, values);
  }

  private static void add(Map<String, Object> values, Map<?, ?> more) {
    more.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> texts && values.get(key) instanceof Map<?, ?> known) {
            Map<String, Object> both = new HashMap<>();
            add(both, known);
            add(both, texts);
            values.put(String.valueOf(key), both);
          } else {
            values.put(String.valueOf(key), value);
          }
        });
  }

  /** A text may mention others. */
  private static Map<String, Object> filled(Map<?, ?> values, Map<String, Object> all) {
    Map<String, Object> filled = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> texts) {
            filled.put(String.valueOf(key), filled(texts, all));
          } else {
            filled.put(String.valueOf(key), MUSTACHE.compile(String.valueOf(value)).execute(all));
          }
        });
    return filled;
  }

  private static Map<?, ?> data(String name) {
    return Objects.requireNonNull(
        (Map<?, ?>)
            new Yaml(new SafeConstructor(new LoaderOptions())).load(resource(name + ".yaml")),
        name);
  }

  /** The skeleton puts what is filled in between double quotes. */
  private static String inQuotes(String value) {
    if (value.matches("(?s).*[\"\\\\\\n].*")) {
      throw new IllegalStateException("can't stand between double quotes: " + value);
    }
    return value;
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(TemplateLibrary.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
