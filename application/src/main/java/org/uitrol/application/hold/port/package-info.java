/** What keeping things from leaving needs from outside. */
@NullMarked
package org.uitrol.application.hold.port;

import org.jspecify.annotations.NullMarked;
