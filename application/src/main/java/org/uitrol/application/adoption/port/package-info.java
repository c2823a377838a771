/** What is kept of reports of use, and how far people came before. */
@NullMarked
package org.uitrol.application.adoption.port;

import org.jspecify.annotations.NullMarked;
