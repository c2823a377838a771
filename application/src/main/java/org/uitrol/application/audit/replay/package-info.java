/** Fills views anew from the history, beside the present ones. */
@NullMarked
package org.uitrol.application.audit.replay;

import org.jspecify.annotations.NullMarked;
