/** Lists as change managers bring them, against the running application. */
@NullMarked
package org.uitrol.adapters.channel;

import org.jspecify.annotations.NullMarked;
