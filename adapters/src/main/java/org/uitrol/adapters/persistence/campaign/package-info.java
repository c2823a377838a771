/** Keeps in PostgreSQL where each campaign stands, as pages show it. */
@NullMarked
package org.uitrol.adapters.persistence.campaign;

import org.jspecify.annotations.NullMarked;
