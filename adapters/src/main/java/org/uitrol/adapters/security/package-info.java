/** Who may log in and what each role may see and do; what is not allowed is refused. */
@NullMarked
package org.uitrol.adapters.security;

import org.jspecify.annotations.NullMarked;
