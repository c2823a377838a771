/** Tests of who was shown personal data. */
@NullMarked
package org.uitrol.adapters.access;

import org.jspecify.annotations.NullMarked;
