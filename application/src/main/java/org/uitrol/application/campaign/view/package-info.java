/** Campaigns at a glance: where each stands, its plan versions and its waves. */
@NullMarked
package org.uitrol.application.campaign.view;

import org.jspecify.annotations.NullMarked;
