/** Keeps in PostgreSQL which rollout is whose and how far it is. */
@NullMarked
package org.uitrol.adapters.persistence.rollout;

import org.jspecify.annotations.NullMarked;
