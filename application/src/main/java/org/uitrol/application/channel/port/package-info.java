/** What channels need from outside: where they are kept, and how they are reached. */
@NullMarked
package org.uitrol.application.channel.port;

import org.jspecify.annotations.NullMarked;
