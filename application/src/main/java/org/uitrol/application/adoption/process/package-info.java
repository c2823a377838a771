/** What reports of use mean for departments that are under way. */
@NullMarked
package org.uitrol.application.adoption.process;

import org.jspecify.annotations.NullMarked;
