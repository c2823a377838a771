/** Tests of how people are erased. */
@NullMarked
package org.uitrol.adapters.erasure;

import org.jspecify.annotations.NullMarked;
