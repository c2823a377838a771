/** How many people of each department came how far, without showing anybody's own use. */
@NullMarked
package org.uitrol.application.adoption.view;

import org.jspecify.annotations.NullMarked;
