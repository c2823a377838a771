package org.uitrol.adapters.erasure;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people are erased.
 *
 * @param list the directory of the list of those who were erased, which is read when the
 *     application starts; null for {@code erasures} in the directory of the data. It has to be kept
 *     apart from the database and its backups, and all servers have to see the same
 */
@ConfigurationProperties("uitrol.erasure")
public record ErasureSettings(@Nullable Path list) {}
