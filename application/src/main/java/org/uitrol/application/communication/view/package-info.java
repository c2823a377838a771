/** What became of every mail, and who wants no optional mail. */
@NullMarked
package org.uitrol.application.communication.view;

import org.jspecify.annotations.NullMarked;
