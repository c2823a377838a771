/** What tests of the application share. */
@NullMarked
package org.uitrol.application.testing;

import org.jspecify.annotations.NullMarked;
