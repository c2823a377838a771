package org.uitrol.domain.communication;

/** Why a mail isn't sent. */
public enum SuppressReason {
  /** The person has opted out of optional mail. */
  OPTED_OUT,
  /** The person has no address, or has left. */
  NO_ADDRESS,
  /** Mail to the address comes back. */
  ADDRESS_RETURNS,
  /** It would come too late to be of use. */
  TOO_LATE,
  /** What it says isn't true any more, or the person has done it already. */
  NO_LONGER_TRUE,
  /** The campaign was cancelled. */
  CAMPAIGN_CANCELLED,
  /** It was past due in a database that was restored, and a person decided against it. */
  DISCARDED
}
