/** People: by department, one by one, and the import of a people file. */
@NullMarked
package org.uitrol.adapters.web.people;

import org.jspecify.annotations.NullMarked;
