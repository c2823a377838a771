/** Pages about surveys: how many answered, and what was told of them, in pictures and tables. */
@NullMarked
package org.uitrol.adapters.web.survey;

import org.jspecify.annotations.NullMarked;
