package org.uitrol.domain.campaign.consultation;

import org.uitrol.domain.shared.Keys;

/** On what basis personal data is used: GDPR (Regulation (EU) 2016/679), article 6(1). */
public enum LegalBasis {
  /** Article 6(1)(a); rarely free between employer and employee (recital 43). */
  CONSENT,
  /** Article 6(1)(b): the contract of employment. */
  CONTRACT,
  /** Article 6(1)(c). */
  LEGAL_OBLIGATION,
  /** Article 6(1)(e). */
  PUBLIC_TASK,
  /** Article 6(1)(f). */
  LEGITIMATE_INTEREST;

  /** As campaign files write it, for instance {@code public-task}. */
  public String key() {
    return Keys.of(this);
  }
}
