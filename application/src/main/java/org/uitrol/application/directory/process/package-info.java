/** Tells rollouts of joiners, movers and leavers. */
@NullMarked
package org.uitrol.application.directory.process;

import org.jspecify.annotations.NullMarked;
