/** Carries out what a department's rollout has decided, and tells it what happened elsewhere. */
@NullMarked
package org.uitrol.application.rollout.process;

import org.jspecify.annotations.NullMarked;
