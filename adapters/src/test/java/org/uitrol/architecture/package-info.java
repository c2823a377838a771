/**
 * What holds for the whole project: which way its parts may look, and what its inner parts must not
 * know. Each rule first makes sure that it has something to judge.
 */
@NullMarked
package org.uitrol.architecture;

import org.jspecify.annotations.NullMarked;
