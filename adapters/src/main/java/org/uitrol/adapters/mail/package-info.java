/**
 * Writes mails from templates, hands them over to a mail server, and keeps the built-in mailbox.
 */
@NullMarked
package org.uitrol.adapters.mail;

import org.jspecify.annotations.NullMarked;
