/**
 * Pages and answers of the API as of another point in time: what was asked for in the address, and
 * stores that answer accordingly (decision 0044).
 */
@NullMarked
package org.uitrol.adapters.travel;

import org.jspecify.annotations.NullMarked;
