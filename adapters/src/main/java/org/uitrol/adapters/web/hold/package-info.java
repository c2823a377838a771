/** What is past due after a database was restored, and what an administrator decides about it. */
@NullMarked
package org.uitrol.adapters.web.hold;

import org.jspecify.annotations.NullMarked;
