/** Sessions: who comes, who was there, another time or room, or not at all. */
@NullMarked
package org.uitrol.adapters.web.session;

import org.jspecify.annotations.NullMarked;
