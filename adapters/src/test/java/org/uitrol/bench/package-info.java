/** How fast things are, measured by hand: {@code mvn -P bench -pl adapters -am verify}. */
@NullMarked
package org.uitrol.bench;

import org.jspecify.annotations.NullMarked;
