/** The first page after signing in: what waits for you today. */
@NullMarked
package org.uitrol.adapters.web.home;

import org.jspecify.annotations.NullMarked;
