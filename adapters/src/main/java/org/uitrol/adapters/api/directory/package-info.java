/** People files, from systems that know who works where. */
@NullMarked
package org.uitrol.adapters.api.directory;

import org.jspecify.annotations.NullMarked;
