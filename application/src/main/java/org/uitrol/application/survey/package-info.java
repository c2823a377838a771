/** Invites people to surveys, reminds them, closes surveys in time, and counts the answers. */
@NullMarked
package org.uitrol.application.survey;

import org.jspecify.annotations.NullMarked;
