/**
 * The conditions for leaving a stage: the evidence that the rollout has, the least and most working
 * days, and the approvals.
 */
@NullMarked
package org.uitrol.domain.rollout.gate;

import org.jspecify.annotations.NullMarked;
