/**
 * Keeps what is past due from leaving a database that was restored or copied, until a person has
 * looked through it (decision 0043).
 */
@NullMarked
package org.uitrol.application.hold;

import org.jspecify.annotations.NullMarked;
