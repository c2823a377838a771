/** Answers to surveys that were given elsewhere, from systems that fetch or send them. */
@NullMarked
package org.uitrol.adapters.api.survey;

import org.jspecify.annotations.NullMarked;
