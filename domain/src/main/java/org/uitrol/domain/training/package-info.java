/** Courses and the skills that they lead to, with each person's progress and path. */
@NullMarked
package org.uitrol.domain.training;

import org.jspecify.annotations.NullMarked;
