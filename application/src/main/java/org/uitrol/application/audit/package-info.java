/**
 * The history in readable words: every event of a campaign, department or person, with its time,
 * actor and cause.
 */
@NullMarked
package org.uitrol.application.audit;

import org.jspecify.annotations.NullMarked;
