/**
 * Delivers mail that is still true and allowed at the moment of sending, and keeps the mail log.
 */
@NullMarked
package org.uitrol.application.communication;

import org.jspecify.annotations.NullMarked;
