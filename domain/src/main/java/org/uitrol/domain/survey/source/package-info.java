/**
 * Answers to surveys that people gave elsewhere: where they come from, which column of an export
 * answers which question, and what their words mean. Decision 0037.
 */
@NullMarked
package org.uitrol.domain.survey.source;

import org.jspecify.annotations.NullMarked;
