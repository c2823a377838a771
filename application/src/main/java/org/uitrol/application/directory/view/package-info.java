/** Who works in which department now, as the history tells it. */
@NullMarked
package org.uitrol.application.directory.view;

import org.jspecify.annotations.NullMarked;
