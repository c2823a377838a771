/**
 * Looks for timetables of sessions with Timefold, and runs such searches beside the requests that
 * ask for them.
 */
@NullMarked
package org.uitrol.adapters.planning;

import org.jspecify.annotations.NullMarked;
