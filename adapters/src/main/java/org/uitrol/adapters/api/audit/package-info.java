/** The history, written out for other programs and for the command line. */
@NullMarked
package org.uitrol.adapters.api.audit;

import org.jspecify.annotations.NullMarked;
