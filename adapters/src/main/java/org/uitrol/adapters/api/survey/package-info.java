/** Surveys and what was told of them, for other programs. */
@NullMarked
package org.uitrol.adapters.api.survey;

import org.jspecify.annotations.NullMarked;
