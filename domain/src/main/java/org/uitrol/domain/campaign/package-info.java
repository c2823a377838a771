/**
 * A campaign rolls one tool out to a set of departments under one plan; it is drafted, reviewed,
 * approved by somebody other than its author, run, paused, and completed or cancelled.
 */
@NullMarked
package org.uitrol.domain.campaign;

import org.jspecify.annotations.NullMarked;
