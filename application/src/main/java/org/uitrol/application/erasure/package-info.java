/** Erases people: what is held about somebody, who agrees, and the steps by which it goes. */
@NullMarked
package org.uitrol.application.erasure;

import org.jspecify.annotations.NullMarked;
