/** Tests of views that are filled anew. */
@NullMarked
package org.uitrol.adapters.rebuild;

import org.jspecify.annotations.NullMarked;
