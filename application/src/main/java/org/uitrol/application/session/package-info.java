/** Plans sessions, reserves rooms, and invites, updates and cancels. */
@NullMarked
package org.uitrol.application.session;

import org.jspecify.annotations.NullMarked;
