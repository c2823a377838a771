package org.uitrol.domain.session;

/** An answer to an invitation: the participation statuses of RFC 5545, section 3.2.12. */
public enum Answer {
  ACCEPTED,
  TENTATIVE,
  DECLINED
}
