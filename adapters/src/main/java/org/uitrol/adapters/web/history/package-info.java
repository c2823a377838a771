/** The history, to be searched, read and taken along. */
@NullMarked
package org.uitrol.adapters.web.history;

import org.jspecify.annotations.NullMarked;
