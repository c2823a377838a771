/** People files on their way in: sealed while they lie on a disk, applied beside the requests. */
@NullMarked
package org.uitrol.adapters.people;

import org.jspecify.annotations.NullMarked;
