/** Views as they were: the projectors of the present fill stores in memory, up to a moment. */
@NullMarked
package org.uitrol.application.audit.past;

import org.jspecify.annotations.NullMarked;
