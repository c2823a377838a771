/** Simulated time, as a newcomer meets it. */
@NullMarked
package org.uitrol.adapters.demo;

import org.jspecify.annotations.NullMarked;
