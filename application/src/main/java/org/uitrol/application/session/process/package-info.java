/** Invites people to sessions, tells them of changes, and gives rooms back. */
@NullMarked
package org.uitrol.application.session.process;

import org.jspecify.annotations.NullMarked;
