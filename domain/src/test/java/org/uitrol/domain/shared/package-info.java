/** Dates, weeks and working days as people count them. */
@NullMarked
package org.uitrol.domain.shared;

import org.jspecify.annotations.NullMarked;
