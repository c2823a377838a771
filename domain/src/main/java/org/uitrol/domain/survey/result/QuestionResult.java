package org.uitrol.domain.survey.result;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told of one question.
 *
 * @param groups the groups that are told, in their order
 * @param withheld how many groups of each breakdown are not told
 * @param leftOut how many departments count nowhere, since too few people answered there
 */
public record QuestionResult(
    String question,
    List<GroupResult> groups,
    SortedMap<Breakdown, Integer> withheld,
    int leftOut) {

  public QuestionResult {
    groups = List.copyOf(groups);
    withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
  }

  /** How many groups were kept back, of all breakdowns. */
  public int kept() {
    return withheld.values().stream().mapToInt(Integer::intValue).sum();
  }

  public Optional<GroupResult> of(Group group) {
    return groups.stream().filter(one -> one.group().equals(group)).findFirst();
  }

  public List<GroupResult> by(Breakdown breakdown) {
    return groups.stream().filter(one -> one.group().by() == breakdown).toList();
  }
}
