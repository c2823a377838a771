/**
 * Why something happened to a person or a department, or didn't: told by what was recorded, with
 * the rule, the plan version and the event.
 */
@NullMarked
package org.uitrol.application.audit.explanation;

import org.jspecify.annotations.NullMarked;
