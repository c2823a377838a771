/** What the works council reads and says about a campaign, and what everybody asks first. */
@NullMarked
package org.uitrol.adapters.web.consultation;

import org.jspecify.annotations.NullMarked;
