/** What erasing somebody needs from outside: who holds data, who was erased, and a list apart. */
@NullMarked
package org.uitrol.application.erasure.port;

import org.jspecify.annotations.NullMarked;
