/** Keeps in PostgreSQL the mails that are to be sent, and what became of them. */
@NullMarked
package org.uitrol.adapters.persistence.communication;

import org.jspecify.annotations.NullMarked;
