/**
 * Erases people from tables, files and memory, keeps the list that outlives a restored database,
 * and writes certificates (decision 0038).
 */
@NullMarked
package org.uitrol.adapters.erasure;

import org.jspecify.annotations.NullMarked;
