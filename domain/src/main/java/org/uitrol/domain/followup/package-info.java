/**
 * A chain of remind, escalate and close, for one person or one department that has not yet done
 * what was asked.
 */
@NullMarked
package org.uitrol.domain.followup;

import org.jspecify.annotations.NullMarked;
