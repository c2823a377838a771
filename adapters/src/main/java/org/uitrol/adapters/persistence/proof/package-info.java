/** The history as it is stored, and checkpoints that wait to be handed out, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.proof;

import org.jspecify.annotations.NullMarked;
