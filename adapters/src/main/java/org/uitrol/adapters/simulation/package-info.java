/** Replays of campaigns that are at work beside the requests that ask for them (decision 0040). */
@NullMarked
package org.uitrol.adapters.simulation;

import org.jspecify.annotations.NullMarked;
