/** What got stuck, and what an administrator can do about it. */
@NullMarked
package org.uitrol.adapters.web.operations;

import org.jspecify.annotations.NullMarked;
