/**
 * Keeps in PostgreSQL what people answered, apart from who they are, and which surveys are open.
 */
@NullMarked
package org.uitrol.adapters.persistence.survey;

import org.jspecify.annotations.NullMarked;
