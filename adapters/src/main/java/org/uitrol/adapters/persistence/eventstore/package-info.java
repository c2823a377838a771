/**
 * The history on PostgreSQL: stable names and revisions for events, their JSON, and an order that
 * is the order in which they were committed.
 */
@NullMarked
package org.uitrol.adapters.persistence.eventstore;

import org.jspecify.annotations.NullMarked;
