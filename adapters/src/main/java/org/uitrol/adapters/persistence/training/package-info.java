/** Who follows which course, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.training;

import org.jspecify.annotations.NullMarked;
