package org.uitrol.domain.survey.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an export seems to mean, for somebody to look at and mend. What was said before counts
 * first.
 */
public final class MappingProposal {

  /** The code of an answer of LimeSurvey, such as {@code A2} or {@code AO02}. */
  private static final Pattern CODE = Pattern.compile("(?:ao?|so|sq)0*(\\d{1,2})");

  private MappingProposal() {}

  /**
   * Which column is what.
   *
   * @param before what was said of an earlier export; null when nothing was
   */
  public static SourceMapping of(
      Collection<SourceColumn> columns, List<AnswerItem> items, @Nullable SourceMapping before) {
    Map<String, String> known = new LinkedHashMap<>();
    if (before != null) {
      before.items().forEach((column, item) -> known.put(Wording.key(column), item));
    }
    Map<String, String> byColumn = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    for (SourceColumn column : columns) {
      String item = known.get(Wording.key(column.name()));
      if (item != null && items.stream().anyMatch(one -> one.id().equals(item))) {
        byColumn.put(column.name(), item);
        taken.add(item);
      }
    }
    for (BiPredicate<SourceColumn, AnswerItem> alike :
        List.<BiPredicate<SourceColumn, AnswerItem>>of(
            MappingProposal::hasCode, MappingProposal::asks, MappingProposal::asksAlmost)) {
      for (SourceColumn column : columns) {
        if (column.role() == ColumnRole.ANSWER && !byColumn.containsKey(column.name())) {
          items.stream()
              .filter(item -> !taken.contains(item.id()) && alike.test(column, item))
              .findFirst()
              .ifPresent(
                  item -> {
                    byColumn.put(column.name(), item.id());
                    taken.add(item.id());
                  });
        }
      }
    }
    return new SourceMapping(
        role(columns, ColumnRole.RESPONSE, before == null ? null : before.response()),
        role(columns, ColumnRole.FINISHED, before == null ? null : before.finished()),
        role(columns, ColumnRole.PERSON, before == null ? null : before.person()),
        role(columns, ColumnRole.DEPARTMENT, before == null ? null : before.department()),
        before == null ? null : before.unnamed(),
        byColumn);
  }

  /** The answer that a text seems to mean. */
  public static Optional<String> answer(AnswerItem item, String text) {
    Optional<String> said = item.said(text);
    if (said.isPresent() || item.isOpen()) {
      return said;
    }
    if (item.answers().stream().allMatch(one -> one.answer().matches("\\d{1,2}"))) {
      return Likert.guess(text, item.answers().size());
    }
    Matcher code = CODE.matcher(Wording.key(text));
    if (code.matches()) {
      int place = Integer.parseInt(code.group(1));
      if (place >= 1 && place <= item.answers().size()) {
        return Optional.of(item.answers().get(place - 1).answer());
      }
    }
    return Optional.empty();
  }

  /** What was said before, where there is such a column or it was said that there is none. */
  private static String role(
      Collection<SourceColumn> columns, ColumnRole role, @Nullable String before) {
    if (before != null) {
      String key = Wording.key(before);
      Optional<String> same =
          columns.stream()
              .map(SourceColumn::name)
              .filter(name -> Wording.key(name).equals(key))
              .findFirst();
      if (before.isEmpty() || same.isPresent()) {
        return same.orElse("");
      }
    }
    return columns.stream()
        .filter(column -> column.role() == role)
        .map(SourceColumn::name)
        .findFirst()
        .orElse("");
  }

  private static boolean hasCode(SourceColumn column, AnswerItem item) {
    String code = Wording.code(item.id());
    return Wording.code(column.name()).equals(code) || Wording.code(column.title()).equals(code);
  }

  private static boolean asks(SourceColumn column, AnswerItem item) {
    return item.ask().in().values().stream()
        .map(Wording::key)
        .anyMatch(
            ask ->
                ask.equals(Wording.key(column.title())) || ask.equals(Wording.key(column.name())));
  }

  /** A form that says a little more than is asked here, or a little less. */
  private static boolean asksAlmost(SourceColumn column, AnswerItem item) {
    String title = Wording.code(column.title());
    return item.ask().in().values().stream()
        .map(Wording::code)
        .anyMatch(
            ask ->
                Math.min(ask.length(), title.length()) >= 12
                    && (title.contains(ask) || ask.contains(title)));
  }
}
