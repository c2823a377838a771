/** One department in one campaign: its stage, its gate and why it is open or closed. */
@NullMarked
package org.uitrol.adapters.web.rollout;

import org.jspecify.annotations.NullMarked;
