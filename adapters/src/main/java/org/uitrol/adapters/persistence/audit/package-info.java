/**
 * Keeps in PostgreSQL the history as it is searched: by campaign, department, person, actor, name
 * and time.
 */
@NullMarked
package org.uitrol.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
