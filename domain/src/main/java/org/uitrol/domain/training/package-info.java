/** Courses, and one record per person of the progress in them. */
@NullMarked
package org.uitrol.domain.training;

import org.jspecify.annotations.NullMarked;
