/** Keeps in PostgreSQL which follow-ups are open. */
@NullMarked
package org.uitrol.adapters.persistence.followup;

import org.jspecify.annotations.NullMarked;
