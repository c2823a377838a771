/**
 * What a rollout does by itself: on an event, if a condition holds, then actions. Each firing and
 * each refusal is recorded with the facts it saw.
 */
@NullMarked
package org.uitrol.domain.rollout.reaction;

import org.jspecify.annotations.NullMarked;
