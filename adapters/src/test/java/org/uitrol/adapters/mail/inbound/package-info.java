/** What comes in by mail, in every shape. */
@NullMarked
package org.uitrol.adapters.mail.inbound;

import org.jspecify.annotations.NullMarked;
