/** What is kept for some time only, and the clock by which it goes (decision 0038). */
@NullMarked
package org.uitrol.adapters.retention;

import org.jspecify.annotations.NullMarked;
