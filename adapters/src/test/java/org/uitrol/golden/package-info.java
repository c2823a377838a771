/** Events as they stand in the store, one file for each, which have to stay readable for ever. */
@NullMarked
package org.uitrol.golden;

import org.jspecify.annotations.NullMarked;
