/** Reaches channels by HTTP (decision 0030). */
@NullMarked
package org.uitrol.adapters.channel;

import org.jspecify.annotations.NullMarked;
