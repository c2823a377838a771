/** What surveys need from outside: a place for answers. */
@NullMarked
package org.uitrol.application.survey.port;

import org.jspecify.annotations.NullMarked;
