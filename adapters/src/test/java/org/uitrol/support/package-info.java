/**
 * What tests share: a PostgreSQL server and a running application, each test class with its own.
 */
@NullMarked
package org.uitrol.support;

import org.jspecify.annotations.NullMarked;
