/** Removes what is past its time, every day, and never what a campaign still needs. */
@NullMarked
package org.uitrol.application.retention;

import org.jspecify.annotations.NullMarked;
