/** Questions and worries and their answers, for other programs. */
@NullMarked
package org.uitrol.adapters.api.concern;

import org.jspecify.annotations.NullMarked;
