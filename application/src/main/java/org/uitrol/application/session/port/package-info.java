/** What the application asks of calendars: invitations that Outlook, Gmail and Apple understand. */
@NullMarked
package org.uitrol.application.session.port;

import org.jspecify.annotations.NullMarked;
