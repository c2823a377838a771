/** Forgets which responses were taken over once their survey takes none any more. */
@NullMarked
package org.uitrol.application.survey.source.process;

import org.jspecify.annotations.NullMarked;
