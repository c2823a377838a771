/** Has channels told of events. */
@NullMarked
package org.uitrol.application.channel.process;

import org.jspecify.annotations.NullMarked;
