/** Directories that keep people up to date, as they speak. */
@NullMarked
package org.uitrol.adapters.scim;

import org.jspecify.annotations.NullMarked;
