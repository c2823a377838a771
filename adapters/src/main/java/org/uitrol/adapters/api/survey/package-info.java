/**
 * Surveys, what was told of them, and answers to them that were given elsewhere, for other
 * programs.
 */
@NullMarked
package org.uitrol.adapters.api.survey;

import org.jspecify.annotations.NullMarked;
