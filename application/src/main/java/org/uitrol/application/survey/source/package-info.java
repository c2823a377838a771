/** Takes answers to surveys over that people gave elsewhere (decision 0037). */
@NullMarked
package org.uitrol.application.survey.source;

import org.jspecify.annotations.NullMarked;
