/** What the history needs from outside to be shown: how accounts are called. */
@NullMarked
package org.uitrol.application.audit.port;

import org.jspecify.annotations.NullMarked;
