/**
 * What the directory needs from outside: a vault for personal data, a place for the read model, the
 * file that somebody brings and the log of imports.
 */
@NullMarked
package org.uitrol.application.directory.port;

import org.jspecify.annotations.NullMarked;
