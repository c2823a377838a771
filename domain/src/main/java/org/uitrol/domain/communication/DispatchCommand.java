package org.uitrol.domain.communication;

import java.time.Instant;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/** What can be asked of a dispatch. */
public sealed interface DispatchCommand extends Command {

  DispatchId dispatch();

  @Override
  default DispatchId target() {
    return dispatch();
  }

  /** Asks for one mail to one person, not to be sent before {@code notBefore}. */
  record RequestDispatch(
      DispatchId dispatch, PersonId person, Letter letter, Instant notBefore, Instant at)
      implements DispatchCommand {}

  /** Sets a mail aside for later, since the person has had enough for now. */
  record PostponeDispatch(DispatchId dispatch, PostponeReason reason, Instant until, Instant at)
      implements DispatchCommand {}

  /** What it says goes within a mail that says several things. */
  record GatherDispatch(DispatchId dispatch, DispatchId digest, Instant at)
      implements DispatchCommand {}

  /** The mail server has the mail that says it too. */
  record ReportSentWithin(DispatchId dispatch, DispatchId digest, Instant at)
      implements DispatchCommand {}

  /** Decides not to send it. */
  record SuppressDispatch(DispatchId dispatch, SuppressReason reason, Instant at)
      implements DispatchCommand {}

  /** The mail server is about to get it. */
  record BeginHandOver(DispatchId dispatch, Instant at) implements DispatchCommand {}

  /** The mail server has taken responsibility for it. */
  record ReportHandedOver(DispatchId dispatch, Instant at) implements DispatchCommand {}

  /**
   * The mail server didn't take it, for now.
   *
   * @param reply the server's reply code, or {@code unreachable}
   */
  record ReportDeferral(DispatchId dispatch, String reply, Instant at) implements DispatchCommand {}

  /**
   * The mail server refused it for good, or it can't be made.
   *
   * @param reply the server's reply code, or why it can't be made
   */
  record ReportFailure(DispatchId dispatch, String reply, Instant at) implements DispatchCommand {}

  /** The mail server hasn't heard of it after all. */
  record ReleaseDispatch(DispatchId dispatch, Instant at) implements DispatchCommand {}

  /** Nobody knows whether the mail server has it. */
  record ReportUnknown(DispatchId dispatch, Instant at) implements DispatchCommand {}

  /** It came back. */
  record RecordBounce(DispatchId dispatch, String status, Instant at) implements DispatchCommand {}

  /** A person decides to send an unknown or failed one again. */
  record SendAgain(DispatchId dispatch, AccountId by, Instant at) implements DispatchCommand {}

  /** A person decides to leave an unknown or failed one as it is. */
  record LeaveDispatch(DispatchId dispatch, AccountId by, Instant at) implements DispatchCommand {}
}
