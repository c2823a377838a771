/** Tests of what is kept for some time only. */
@NullMarked
package org.uitrol.adapters.retention;

import org.jspecify.annotations.NullMarked;
