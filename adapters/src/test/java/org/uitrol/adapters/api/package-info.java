/** The API as other programs use it, against the running application. */
@NullMarked
package org.uitrol.adapters.api;

import org.jspecify.annotations.NullMarked;
