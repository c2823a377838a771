/** Signing in, one's own account, and the accounts that administrators look after. */
@NullMarked
package org.uitrol.adapters.web.account;

import org.jspecify.annotations.NullMarked;
