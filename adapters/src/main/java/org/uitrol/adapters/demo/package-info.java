/** Simulated time for newcomers, who see a campaign of weeks in minutes. */
@NullMarked
package org.uitrol.adapters.demo;

import org.jspecify.annotations.NullMarked;
