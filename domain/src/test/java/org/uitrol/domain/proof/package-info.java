/** Whether the history was altered, and how that is seen. */
@NullMarked
package org.uitrol.domain.proof;

import org.jspecify.annotations.NullMarked;
