/**
 * Takes in mail: reads what servers, people and their programs send back, and fetches it by IMAP
 * (decision 0027).
 */
@NullMarked
package org.uitrol.adapters.mail.inbound;

import org.jspecify.annotations.NullMarked;
