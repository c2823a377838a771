/** Pages on which channels are opened and looked after. */
@NullMarked
package org.uitrol.adapters.web.channel;

import org.jspecify.annotations.NullMarked;
