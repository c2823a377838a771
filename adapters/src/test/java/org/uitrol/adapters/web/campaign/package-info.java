@NullMarked
package org.uitrol.adapters.web.campaign;

import org.jspecify.annotations.NullMarked;
