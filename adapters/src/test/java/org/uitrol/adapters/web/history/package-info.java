/** The history, as readers of each kind find it. */
@NullMarked
package org.uitrol.adapters.web.history;

import org.jspecify.annotations.NullMarked;
