/** Pages on which people are erased: by somebody who asks and somebody else who agrees. */
@NullMarked
package org.uitrol.adapters.web.erasure;

import org.jspecify.annotations.NullMarked;
