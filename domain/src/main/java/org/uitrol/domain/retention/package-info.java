/**
 * How long what is kept, and that it was removed when its time was over (decision 0038). Who it was
 * about is known to no event.
 */
@NullMarked
package org.uitrol.domain.retention;

import org.jspecify.annotations.NullMarked;
