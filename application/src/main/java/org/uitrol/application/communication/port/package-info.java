/**
 * What the application asks of mail: to write a text in somebody's language, to make a message of
 * it that every mail program shows, and to hand it over to a mail server.
 */
@NullMarked
package org.uitrol.application.communication.port;

import org.jspecify.annotations.NullMarked;
