/** That somebody replayed a campaign under another plan (decision 0040). */
@NullMarked
package org.uitrol.domain.simulation;

import org.jspecify.annotations.NullMarked;
