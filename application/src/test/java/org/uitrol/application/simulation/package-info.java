/** Worlds in memory, and campaigns that are replayed in them. */
@NullMarked
package org.uitrol.application.simulation;

import org.jspecify.annotations.NullMarked;
