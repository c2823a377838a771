/** Keeps in PostgreSQL the sessions and who is invited to them, as pages show them. */
@NullMarked
package org.uitrol.adapters.persistence.session;

import org.jspecify.annotations.NullMarked;
