/**
 * Ports and conventions that the features of the application share: who acts, where identifiers
 * come from, and what woke the application.
 */
@NullMarked
package org.uitrol.application.shared;

import org.jspecify.annotations.NullMarked;
