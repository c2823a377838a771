/**
 * A world in memory in which the real rules and processes run on a clock that is told what time it
 * is (decision 0040). Nothing outside can be reached from it: there is no database, no mail and no
 * timer of the application. In it a recorded campaign is replayed under another plan, to see which
 * gates, reactions and dates would have differed.
 */
@NullMarked
package org.uitrol.application.simulation;

import org.jspecify.annotations.NullMarked;
