/** How use of what a campaign rolls out spreads and lasts, in numbers about groups only. */
@NullMarked
package org.uitrol.adapters.web.adoption;

import org.jspecify.annotations.NullMarked;
