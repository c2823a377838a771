/**
 * Uitrol without a database, a clock or a mail server: whole rollouts are played in milliseconds,
 * by the real rules, shells and processes.
 */
@NullMarked
package org.uitrol.application.world;

import org.jspecify.annotations.NullMarked;
