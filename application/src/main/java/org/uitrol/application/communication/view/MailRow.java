package org.uitrol.application.communication.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * What became of one mail to one person.
 *
 * @param template the key of a mail of the plan, or of one that Uitrol brings
 * @param mandatory whether it reaches people who have opted out
 * @param notBefore before this moment it waits
 * @param attempt how many hand-overs were begun
 * @param lastReply what the mail server said last, or the status of a bounce
 * @param suppressed why it wasn't sent; null unless it was suppressed
 * @param updatedAt when something happened to it last
 */
public record MailRow(
    DispatchId dispatch,
    PersonId person,
    String template,
    RolloutId rollout,
    boolean mandatory,
    Topic topic,
    Instant requestedAt,
    Instant notBefore,
    Dispatch.State state,
    int attempt,
    @Nullable String lastReply,
    @Nullable SuppressReason suppressed,
    Instant updatedAt) {

  MailRow in(Dispatch.State next, Instant at) {
    return with(notBefore, next, attempt, lastReply, suppressed, at);
  }

  MailRow waiting(Instant until, Instant at) {
    return with(until, Dispatch.State.WAITING, attempt, lastReply, suppressed, at);
  }

  MailRow attempt(int number, Instant at) {
    return with(notBefore, Dispatch.State.HANDING_OVER, number, lastReply, suppressed, at);
  }

  MailRow suppressed(SuppressReason reason, Instant at) {
    return with(notBefore, Dispatch.State.SUPPRESSED, attempt, lastReply, reason, at);
  }

  MailRow reply(String reply) {
    return with(notBefore, state, attempt, reply, suppressed, updatedAt);
  }

  private MailRow with(
      Instant wait,
      Dispatch.State next,
      int number,
      @Nullable String reply,
      @Nullable SuppressReason reason,
      Instant at) {
    return new MailRow(
        dispatch,
        person,
        template,
        rollout,
        mandatory,
        topic,
        requestedAt,
        wait,
        next,
        number,
        reply,
        reason,
        at);
  }
}
