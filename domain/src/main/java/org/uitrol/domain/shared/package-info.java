/**
 * What every feature speaks with: identifiers, working days, refusals with their facts, and the
 * shape that all commands and events have in common.
 */
@NullMarked
package org.uitrol.domain.shared;

import org.jspecify.annotations.NullMarked;
