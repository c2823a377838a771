package org.uitrol.domain.communication;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * What a mail says, in references only: the words are made when it is sent.
 *
 * @param template the key of a mail of the plan, or of one that Uitrol brings
 * @param mandatory whether it reaches people who have opted out
 * @param rollout on behalf of which rollout
 * @param topic what it depends on
 * @param details further references for the template, for instance {@code activity}
 * @param about the person whom it is about, when that isn't the reader
 * @param invitation what goes into the calendar, if anything
 * @param uselessAfter after this moment it is not sent any more; null for never
 */
public record Letter(
    String template,
    boolean mandatory,
    RolloutId rollout,
    Topic topic,
    SortedMap<String, String> details,
    @Nullable PersonId about,
    @Nullable Invitation invitation,
    @Nullable Instant uselessAfter) {

  /** Asks somebody to answer a survey. */
  public static final String SURVEY_INVITATION = "survey-invitation";

  private static final String GATHERED = "dispatches";

  public Letter {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** One that reaches everybody, is about its reader and never becomes useless. */
  public static Letter mandatory(
      String template, RolloutId rollout, Topic topic, Map<String, String> details) {
    return new Letter(template, true, rollout, topic, new TreeMap<>(details), null, null, null);
  }

  /** One mail that says what several would, on behalf of the first one's rollout. */
  public static Letter digest(RolloutId rollout, List<DispatchId> dispatches) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put(
        GATHERED, dispatches.stream().map(DispatchId::value).collect(Collectors.joining(" ")));
    return new Letter("digest", false, rollout, Topic.news(), details, null, null, null);
  }

  /** Whether it asks its reader to answer a survey. */
  public boolean asks() {
    return template.equals(SURVEY_INVITATION);
  }

  /** The mails that it says in their place; none unless it is a digest. */
  public List<DispatchId> gathered() {
    String dispatches = details.getOrDefault(GATHERED, "");
    return dispatches.isEmpty()
        ? List.of()
        : Stream.of(dispatches.split(" ", -1)).map(DispatchId::new).toList();
  }
}
