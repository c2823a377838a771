/** Whole stories, told to the application as it starts for a newcomer. */
@NullMarked
package org.uitrol.story;

import org.jspecify.annotations.NullMarked;
