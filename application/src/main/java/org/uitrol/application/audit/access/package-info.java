/** Who was shown personal data of whom. */
@NullMarked
package org.uitrol.application.audit.access;

import org.jspecify.annotations.NullMarked;
