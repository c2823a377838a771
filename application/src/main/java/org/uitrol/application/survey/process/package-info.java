/** Invites people to surveys and reminds those who haven't answered. */
@NullMarked
package org.uitrol.application.survey.process;

import org.jspecify.annotations.NullMarked;
