package org.uitrol.domain.rollout.gate;

/** Evaluates the conditions of a plan. Implementations are pure and safe for many threads. */
public interface Conditions {

  /**
   * Whether a condition holds on these facts.
   *
   * @param condition an expression that was checked when the plan was read
   * @return the result and the facts that the expression asks for; unknown when one that it needs
   *     isn't there
   */
  Finding check(String condition, Facts facts);
}
