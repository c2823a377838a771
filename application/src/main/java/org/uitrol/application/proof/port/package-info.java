/** What proofs need from outside: the history as it is stored, a key, and whom to hand them to. */
@NullMarked
package org.uitrol.application.proof.port;

import org.jspecify.annotations.NullMarked;
