/** For whom the things of a plan are: segments of people, champions, and who comes and goes. */
@NullMarked
package org.uitrol.domain.rollout.audience;

import org.jspecify.annotations.NullMarked;
