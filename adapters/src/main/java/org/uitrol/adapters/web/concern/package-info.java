/**
 * The register of questions and worries, and their answers, for who answers and who watches over
 * it.
 */
@NullMarked
package org.uitrol.adapters.web.concern;

import org.jspecify.annotations.NullMarked;
