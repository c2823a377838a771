/** Answers that were given elsewhere and are taken over. */
@NullMarked
package org.uitrol.application.survey.source;

import org.jspecify.annotations.NullMarked;
