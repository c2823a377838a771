/** The register of concerns, and the answers that everybody may read. */
@NullMarked
package org.uitrol.application.concern.view;

import org.jspecify.annotations.NullMarked;
