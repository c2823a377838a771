/** Calendars and public holidays as people expect them. */
@NullMarked
package org.uitrol.adapters.calendar;

import org.jspecify.annotations.NullMarked;
