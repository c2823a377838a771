/** Results of surveys, and attempts to see through them. */
@NullMarked
package org.uitrol.domain.survey.result;

import org.jspecify.annotations.NullMarked;
