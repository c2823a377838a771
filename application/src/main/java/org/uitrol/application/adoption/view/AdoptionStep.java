package org.uitrol.application.adoption.view;

/** How far somebody came. Each step is counted by itself: nobody has to take all of them. */
public enum AdoptionStep {
  /** Had a place in a presentation, demo or training, or waited for one. */
  INVITED,
  /** Got a mail that announces something, or was at a presentation. */
  INFORMED,
  /** Was at a demo. */
  DEMOED,
  /** Finished a course. */
  TRAINED,
  /** There was use in the last four weeks. */
  ACTIVE,
  /** There was use in as many of the last four weeks as the plan asks for. */
  SUSTAINED
}
