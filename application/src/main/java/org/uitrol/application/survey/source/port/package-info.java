/** What sources of answers need from outside: where their secrets and their words are kept. */
@NullMarked
package org.uitrol.application.survey.source.port;

import org.jspecify.annotations.NullMarked;
