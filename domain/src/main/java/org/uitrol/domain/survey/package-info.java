/**
 * Surveys that open and close, and who took part in them. What somebody answered is never tied to
 * who answered.
 */
@NullMarked
package org.uitrol.domain.survey;

import org.jspecify.annotations.NullMarked;
