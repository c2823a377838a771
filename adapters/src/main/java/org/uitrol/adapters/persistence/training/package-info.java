/** Keeps in PostgreSQL who follows which course, as pages show it. */
@NullMarked
package org.uitrol.adapters.persistence.training;

import org.jspecify.annotations.NullMarked;
