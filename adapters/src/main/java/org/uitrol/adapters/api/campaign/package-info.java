/** How far campaigns and their departments are, and new campaign files. */
@NullMarked
package org.uitrol.adapters.api.campaign;

import org.jspecify.annotations.NullMarked;
