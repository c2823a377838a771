/** Tries the event store on a real PostgreSQL, with the sample of the savings pots. */
@NullMarked
package org.uitrol.adapters.persistence.eventstore;

import org.jspecify.annotations.NullMarked;
