/** What is kept for some time only, wherever it lies. */
@NullMarked
package org.uitrol.application.retention.port;

import org.jspecify.annotations.NullMarked;
