/** Tries the embedded database with servers that are killed. */
@NullMarked
package org.uitrol.adapters.persistence.embedded;

import org.jspecify.annotations.NullMarked;
