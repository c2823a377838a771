/** Pages about mail that came in and about addresses that get none. */
@NullMarked
package org.uitrol.adapters.web.inbound;

import org.jspecify.annotations.NullMarked;
