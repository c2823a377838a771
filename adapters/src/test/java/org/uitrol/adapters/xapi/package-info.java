/** Statements of learning platforms: what is taken, kept and told. */
@NullMarked
package org.uitrol.adapters.xapi;

import org.jspecify.annotations.NullMarked;
