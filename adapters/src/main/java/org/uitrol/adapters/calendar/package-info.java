/** Invitations that calendars understand, and the working days and public holidays of a country. */
@NullMarked
package org.uitrol.adapters.calendar;

import org.jspecify.annotations.NullMarked;
