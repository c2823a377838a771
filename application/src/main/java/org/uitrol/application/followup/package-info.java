/** Reminds and escalates until what was asked is done. */
@NullMarked
package org.uitrol.application.followup;

import org.jspecify.annotations.NullMarked;
