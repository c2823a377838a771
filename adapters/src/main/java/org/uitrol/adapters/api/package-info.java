/** The same questions and orders for other programs, as JSON and CSV over HTTP. */
@NullMarked
package org.uitrol.adapters.api;

import org.jspecify.annotations.NullMarked;
