/** That views were filled anew from the history, who asked for it and what differed. */
@NullMarked
package org.uitrol.domain.rebuild;

import org.jspecify.annotations.NullMarked;
