/** From which forms elsewhere answers to the surveys of an activity come. */
@NullMarked
package org.uitrol.application.survey.source.view;

import org.jspecify.annotations.NullMarked;
