/** Sessions, as managers plan them. */
@NullMarked
package org.uitrol.adapters.web.session;

import org.jspecify.annotations.NullMarked;
