/** Answers that were given elsewhere, and what their forms mean. */
@NullMarked
package org.uitrol.domain.survey.source;

import org.jspecify.annotations.NullMarked;
