/** A department's page, as managers use it. */
@NullMarked
package org.uitrol.adapters.web.rollout;

import org.jspecify.annotations.NullMarked;
