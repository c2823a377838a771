/** Whether people keep using what was rolled out, by the reports of those who make it. */
@NullMarked
package org.uitrol.application.adoption;

import org.jspecify.annotations.NullMarked;
