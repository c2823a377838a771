/** The history as it is searched, in PostgreSQL. */
@NullMarked
package org.uitrol.adapters.persistence.audit;

import org.jspecify.annotations.NullMarked;
