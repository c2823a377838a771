/** Fills the outbox with the mails that were asked for. */
@NullMarked
package org.uitrol.application.communication.process;

import org.jspecify.annotations.NullMarked;
