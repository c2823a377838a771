/** Writes to people and those above them, and closes follow-ups that aren't needed any more. */
@NullMarked
package org.uitrol.application.followup.process;

import org.jspecify.annotations.NullMarked;
