/** The queue of follow-ups: who should still do what, and who has a task. */
@NullMarked
package org.uitrol.adapters.web.followup;

import org.jspecify.annotations.NullMarked;
