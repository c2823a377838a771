/**
 * Collects the evidence for the gates, runs the activities of a stage, and fires the reactions of
 * the plan.
 */
@NullMarked
package org.uitrol.application.rollout;

import org.jspecify.annotations.NullMarked;
