/** Which surveys are open for whom, how many took part, and what came of them. */
@NullMarked
package org.uitrol.application.survey.view;

import org.jspecify.annotations.NullMarked;
