/** Enrols people by the skill path of their role and watches the deadlines of their courses. */
@NullMarked
package org.uitrol.application.training;

import org.jspecify.annotations.NullMarked;
