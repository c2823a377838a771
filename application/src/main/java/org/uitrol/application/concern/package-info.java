/** Takes in questions and worries and their answers, and keeps the words apart from the facts. */
@NullMarked
package org.uitrol.application.concern;

import org.jspecify.annotations.NullMarked;
