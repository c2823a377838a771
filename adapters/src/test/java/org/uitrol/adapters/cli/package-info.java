/** The command line as people type it. */
@NullMarked
package org.uitrol.adapters.cli;

import org.jspecify.annotations.NullMarked;
