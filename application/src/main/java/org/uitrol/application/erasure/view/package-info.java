/** The erasures that were asked for, and how far each is. */
@NullMarked
package org.uitrol.application.erasure.view;

import org.jspecify.annotations.NullMarked;
