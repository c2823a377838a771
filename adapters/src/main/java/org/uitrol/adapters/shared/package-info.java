/**
 * Small things that several adapters need, such as guessing what somebody meant to type and signing
 * messages.
 */
@NullMarked
package org.uitrol.adapters.shared;

import org.jspecify.annotations.NullMarked;
