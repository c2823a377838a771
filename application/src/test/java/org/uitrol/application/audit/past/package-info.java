/** Tests of views as they were. */
@NullMarked
package org.uitrol.application.audit.past;

import org.jspecify.annotations.NullMarked;
