/** Who follows which course, and how far they are. */
@NullMarked
package org.uitrol.application.training.view;

import org.jspecify.annotations.NullMarked;
