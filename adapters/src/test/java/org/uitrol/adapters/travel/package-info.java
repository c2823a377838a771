/** Tests of pages as of another moment. */
@NullMarked
package org.uitrol.adapters.travel;

import org.jspecify.annotations.NullMarked;
