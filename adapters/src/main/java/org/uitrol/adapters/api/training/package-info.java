/** Course completions, from systems in which people learn. */
@NullMarked
package org.uitrol.adapters.api.training;

import org.jspecify.annotations.NullMarked;
