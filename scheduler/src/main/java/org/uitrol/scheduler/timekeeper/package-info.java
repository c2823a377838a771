/**
 * Keeps timers in the database and wakes the application when one is due; a wake-up is a hint, and
 * what is due is checked again.
 */
@NullMarked
package org.uitrol.scheduler.timekeeper;

import org.jspecify.annotations.NullMarked;
