/** What rollouts need from outside: an index of which rollout is whose. */
@NullMarked
package org.uitrol.application.rollout.port;

import org.jspecify.annotations.NullMarked;
