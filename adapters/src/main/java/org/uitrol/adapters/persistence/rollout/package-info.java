/** Keeps in PostgreSQL which rollout is whose. */
@NullMarked
package org.uitrol.adapters.persistence.rollout;

import org.jspecify.annotations.NullMarked;
