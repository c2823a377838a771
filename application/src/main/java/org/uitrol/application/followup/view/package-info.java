/** Who is followed up for what, and what comes next. */
@NullMarked
package org.uitrol.application.followup.view;

import org.jspecify.annotations.NullMarked;
