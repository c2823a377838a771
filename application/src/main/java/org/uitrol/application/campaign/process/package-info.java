/** Starts the departments of a wave, and passes on what happens to a campaign or a department. */
@NullMarked
package org.uitrol.application.campaign.process;

import org.jspecify.annotations.NullMarked;
