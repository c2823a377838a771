/**
 * Proof that the history wasn't altered: events chained by hashes, checkpoints over all of them
 * that are signed and handed out, and proofs of single events (decision 0036).
 */
@NullMarked
package org.uitrol.domain.proof;

import org.jspecify.annotations.NullMarked;
