/**
 * Dated meetings of a presentation, demo or training: places, answers to the invitation, the
 * waiting list, attendance, and rooms that are never taken twice.
 */
@NullMarked
package org.uitrol.domain.session;

import org.jspecify.annotations.NullMarked;
