/**
 * That a person is erased: somebody asks for it, somebody else approves it, and then it is carried
 * out step by step (decision 0038). Who the person was is known to no event.
 */
@NullMarked
package org.uitrol.domain.erasure;

import org.jspecify.annotations.NullMarked;
