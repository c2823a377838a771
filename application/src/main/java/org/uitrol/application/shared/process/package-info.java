/** Arms timers for what events promise, and turns timers into commands when they are due. */
@NullMarked
package org.uitrol.application.shared.process;

import org.jspecify.annotations.NullMarked;
