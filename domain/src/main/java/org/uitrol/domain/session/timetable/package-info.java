/**
 * Which sessions a meeting has, when, where, led by whom and for whom: the question, the rules that
 * an answer keeps, an answer that is found at once, and why somebody has no seat in one. Whoever
 * looks for a better answer stands outside (decision 0029).
 */
@NullMarked
package org.uitrol.domain.session.timetable;

import org.jspecify.annotations.NullMarked;
