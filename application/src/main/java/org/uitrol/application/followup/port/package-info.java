/** What follow-ups need from outside: an index of the open ones. */
@NullMarked
package org.uitrol.application.followup.port;

import org.jspecify.annotations.NullMarked;
