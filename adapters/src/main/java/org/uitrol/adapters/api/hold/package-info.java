/** What is past due while there is a hold, for other programs and the command line. */
@NullMarked
package org.uitrol.adapters.api.hold;

import org.jspecify.annotations.NullMarked;
