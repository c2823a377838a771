/** What would have differed under another plan, for programs. */
@NullMarked
package org.uitrol.adapters.api.simulation;

import org.jspecify.annotations.NullMarked;
