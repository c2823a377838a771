/** Keeps in PostgreSQL what people answered, apart from who they are. */
@NullMarked
package org.uitrol.adapters.persistence.survey;

import org.jspecify.annotations.NullMarked;
