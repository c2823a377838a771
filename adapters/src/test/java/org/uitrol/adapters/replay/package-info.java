/** Tests of views that are filled anew. */
@NullMarked
package org.uitrol.adapters.replay;

import org.jspecify.annotations.NullMarked;
