/** The mail that Uitrol's own mailbox took, for a first try without a mail server. */
@NullMarked
package org.uitrol.adapters.web.mailbox;

import org.jspecify.annotations.NullMarked;
