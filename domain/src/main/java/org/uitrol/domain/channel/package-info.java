/** Other programs and teams that are told what happens (decision 0030). */
@NullMarked
package org.uitrol.domain.channel;

import org.jspecify.annotations.NullMarked;
