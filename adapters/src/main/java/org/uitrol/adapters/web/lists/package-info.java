/** Lists of who was there and who finished which course: looked at first, then taken over. */
@NullMarked
package org.uitrol.adapters.web.lists;

import org.jspecify.annotations.NullMarked;
