/** Situations that timers get into, tried on a real PostgreSQL. */
@NullMarked
package org.uitrol.scheduler.timekeeper;

import org.jspecify.annotations.NullMarked;
