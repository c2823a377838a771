/** Campaigns at a glance, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.campaign;

import org.jspecify.annotations.NullMarked;
