/** The chain of the history on a real PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.proof;

import org.jspecify.annotations.NullMarked;
