/** Lists as change managers bring them, against the running application. */
@NullMarked
package org.uitrol.adapters.web.lists;

import org.jspecify.annotations.NullMarked;
