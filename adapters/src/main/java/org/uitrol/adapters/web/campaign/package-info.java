/** Campaigns: writing a plan, having it approved, launching it and seeing how it goes. */
@NullMarked
package org.uitrol.adapters.web.campaign;

import org.jspecify.annotations.NullMarked;
