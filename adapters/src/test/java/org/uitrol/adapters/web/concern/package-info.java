/** A department's page, as managers use it. */
@NullMarked
package org.uitrol.adapters.web.concern;

import org.jspecify.annotations.NullMarked;
