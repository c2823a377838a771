/** Fills views anew from the history, beside the present ones. */
@NullMarked
package org.uitrol.application.audit.rebuild;

import org.jspecify.annotations.NullMarked;
