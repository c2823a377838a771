/** Personal links as people and mail programs use them, against the running application. */
@NullMarked
package org.uitrol.adapters.web.me;

import org.jspecify.annotations.NullMarked;
