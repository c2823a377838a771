/**
 * One mail to one person, from the request to what became of it, and what each person may be sent.
 */
@NullMarked
package org.uitrol.domain.communication;

import org.jspecify.annotations.NullMarked;
