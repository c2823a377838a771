/**
 * Takes statements about learning from learning platforms, as the Experience API 1.0.3 has it, and
 * lets whoever sent them read them back.
 */
@NullMarked
package org.uitrol.adapters.xapi;

import org.jspecify.annotations.NullMarked;
