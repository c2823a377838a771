/** Proofs as files, made by an application that runs. */
@NullMarked
package org.uitrol.adapters.proof;

import org.jspecify.annotations.NullMarked;
