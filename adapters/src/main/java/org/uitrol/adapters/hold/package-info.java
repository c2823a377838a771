/**
 * Recognises a database that was restored or copied, by an epoch that is kept outside of it, and
 * has it begin on hold (decision 0043).
 */
@NullMarked
package org.uitrol.adapters.hold;

import org.jspecify.annotations.NullMarked;
