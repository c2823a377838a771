/**
 * Proofs as files: checkpoints that are signed and handed out, the whole history with its hashes,
 * and proofs of single events; written here, and checked here without a server (decision 0036).
 */
@NullMarked
package org.uitrol.adapters.proof;

import org.jspecify.annotations.NullMarked;
