/**
 * The database that comes with Uitrol, for whoever has none of their own: it keeps its data on
 * disk, is there for one running Uitrol only and outlives a crash.
 */
@NullMarked
package org.uitrol.adapters.persistence.embedded;

import org.jspecify.annotations.NullMarked;
