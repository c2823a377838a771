/** The parts put together. */
@NullMarked
package org.uitrol.adapters.app;

import org.jspecify.annotations.NullMarked;
