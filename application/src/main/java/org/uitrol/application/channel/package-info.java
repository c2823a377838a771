/** Tells other programs and teams what happens (decision 0030). */
@NullMarked
package org.uitrol.application.channel;

import org.jspecify.annotations.NullMarked;
