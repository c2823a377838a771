package org.uitrol.domain.campaign.consultation;

/** What the works council thinks of what a plan does to people. */
public enum Opinion {
  AGREES,
  /** It agrees once its conditions are met. */
  AGREES_ON_CONDITIONS,
  DISAGREES
}
