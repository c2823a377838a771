/** Tells rollouts how many concerns are open, and people what became of theirs. */
@NullMarked
package org.uitrol.application.concern.process;

import org.jspecify.annotations.NullMarked;
