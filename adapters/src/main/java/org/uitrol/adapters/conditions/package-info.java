/**
 * Reads and evaluates the conditions of a plan: short expressions in CEL over named facts, such as
 * {@code responses.rate >= 0.4}. Only comparison, arithmetic and logic are there; nothing in a
 * condition can call, loop or reach outside the facts.
 */
@NullMarked
package org.uitrol.adapters.conditions;

import org.jspecify.annotations.NullMarked;
