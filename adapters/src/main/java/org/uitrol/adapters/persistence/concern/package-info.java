/**
 * Keeps concerns in PostgreSQL: their words encrypted, the register and the index as events tell.
 */
@NullMarked
package org.uitrol.adapters.persistence.concern;

import org.jspecify.annotations.NullMarked;
