/** What the tests of the rules share: small plans, made-up conditions and ways to replay events. */
@NullMarked
package org.uitrol.domain.testing;

import org.jspecify.annotations.NullMarked;
