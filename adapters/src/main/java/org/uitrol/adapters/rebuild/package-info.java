/**
 * Fills views anew beside the present ones, compares them, and lets them take their place (decision
 * 0045).
 */
@NullMarked
package org.uitrol.adapters.rebuild;

import org.jspecify.annotations.NullMarked;
