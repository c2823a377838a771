/**
 * One department going through the stages of one campaign: announce, demo, train, go-live. Stages
 * come in order, a gate stands between them, and a hold stops the department where it is.
 */
@NullMarked
package org.uitrol.domain.rollout;

import org.jspecify.annotations.NullMarked;
