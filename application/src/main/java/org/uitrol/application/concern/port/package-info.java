/** What concerns need from outside: a safe for their words and an index of them. */
@NullMarked
package org.uitrol.application.concern.port;

import org.jspecify.annotations.NullMarked;
