/**
 * Follows people who join, move and leave, and keeps their personal data apart from the history.
 */
@NullMarked
package org.uitrol.application.directory;

import org.jspecify.annotations.NullMarked;
