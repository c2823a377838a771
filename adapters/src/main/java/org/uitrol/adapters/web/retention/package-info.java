/** The page that tells what is kept how long. */
@NullMarked
package org.uitrol.adapters.web.retention;

import org.jspecify.annotations.NullMarked;
