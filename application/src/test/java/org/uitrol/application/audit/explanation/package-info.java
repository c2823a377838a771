@NullMarked
package org.uitrol.application.audit.explanation;

import org.jspecify.annotations.NullMarked;
