/** What the history needs from outside: how events look as text, and how accounts are called. */
@NullMarked
package org.uitrol.application.audit.port;

import org.jspecify.annotations.NullMarked;
