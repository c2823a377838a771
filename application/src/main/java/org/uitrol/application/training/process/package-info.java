/** Tells people of their courses, and completes a course by attendance. */
@NullMarked
package org.uitrol.application.training.process;

import org.jspecify.annotations.NullMarked;
