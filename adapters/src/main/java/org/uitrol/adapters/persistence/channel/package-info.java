/** Channels and what they have to be told, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.channel;

import org.jspecify.annotations.NullMarked;
