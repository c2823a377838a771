/**
 * Proof that the history wasn't altered: makes checkpoints of it, hands them out, and proves single
 * events (decision 0036).
 */
@NullMarked
package org.uitrol.application.proof;

import org.jspecify.annotations.NullMarked;
