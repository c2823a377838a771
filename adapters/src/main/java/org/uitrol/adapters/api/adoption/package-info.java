/** Reports of use, from systems that fetch them. */
@NullMarked
package org.uitrol.adapters.api.adoption;

import org.jspecify.annotations.NullMarked;
