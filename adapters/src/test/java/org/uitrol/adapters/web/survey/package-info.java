/** Pages about surveys, as visitors see them. */
@NullMarked
package org.uitrol.adapters.web.survey;

import org.jspecify.annotations.NullMarked;
