/**
 * How far every department is: its stage, what keeps its gate closed, its activities and what it
 * reacted to.
 */
@NullMarked
package org.uitrol.application.rollout.view;

import org.jspecify.annotations.NullMarked;
