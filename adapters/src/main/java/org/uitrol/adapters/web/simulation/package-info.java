/** What would have differed under another plan, side by side with what happened. */
@NullMarked
package org.uitrol.adapters.web.simulation;

import org.jspecify.annotations.NullMarked;
