/** Puts the parts together and starts them. */
@NullMarked
package org.uitrol.adapters.app;

import org.jspecify.annotations.NullMarked;
