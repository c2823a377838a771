/** Keeps in PostgreSQL which follow-ups are open and what became of each. */
@NullMarked
package org.uitrol.adapters.persistence.followup;

import org.jspecify.annotations.NullMarked;
