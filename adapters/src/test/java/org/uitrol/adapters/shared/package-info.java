/** Small things that several adapters need. */
@NullMarked
package org.uitrol.adapters.shared;

import org.jspecify.annotations.NullMarked;
