/**
 * How read models keep their rows in tables: whole, as JSON, beside the columns by which they are
 * looked for.
 */
@NullMarked
package org.uitrol.adapters.persistence.view;

import org.jspecify.annotations.NullMarked;
