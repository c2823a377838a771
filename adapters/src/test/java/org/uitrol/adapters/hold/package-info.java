/** Databases that were restored or copied, and what is past due in them. */
@NullMarked
package org.uitrol.adapters.hold;

import org.jspecify.annotations.NullMarked;
