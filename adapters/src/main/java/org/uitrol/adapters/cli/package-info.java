/** The command line: the history and upkeep without a browser. */
@NullMarked
package org.uitrol.adapters.cli;

import org.jspecify.annotations.NullMarked;
