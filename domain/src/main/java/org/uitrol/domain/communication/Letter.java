package org.uitrol.domain.communication;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

  public Letter {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }
}
