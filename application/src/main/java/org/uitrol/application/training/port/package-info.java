/** Where what learning platforms tell is kept. */
@NullMarked
package org.uitrol.application.training.port;

import org.jspecify.annotations.NullMarked;
