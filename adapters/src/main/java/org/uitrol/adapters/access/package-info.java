/**
 * Notes who is shown personal data: whatever a request takes out of the vault for somebody who is
 * signed in (decision 0046).
 */
@NullMarked
package org.uitrol.adapters.access;

import org.jspecify.annotations.NullMarked;
