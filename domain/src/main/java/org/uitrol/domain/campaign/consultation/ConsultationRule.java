package org.uitrol.domain.campaign.consultation;

import org.uitrol.domain.rollout.StageName;

/**
 * What the works council has to say before a department goes on.
 *
 * @param body what the organisation calls it, for instance Ondernemingsraad
 * @param needs whether it has to be heard or has to agree
 * @param before no department enters this stage or a later one without it
 */
public record ConsultationRule(String body, Needs needs, StageName before) {

  /**
   * Which right the works council has; in the Netherlands articles 25 and 27 of the Works Councils
   * Act (Wet op de ondernemingsraden).
   */
  public enum Needs {
    /** It is heard; who goes on against its advice says why. */
    ADVICE,
    /** Without its consent nothing goes on. */
    CONSENT
  }
}
