package org.uitrol.application.erasure;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.uitrol.domain.erasure.DataKind;

/**
 * What is known about somebody, before it is decided whether it goes.
 *
 * @param held how much of what would be destroyed
 * @param events how many events name the person's id; they stay, and lead nowhere
 * @param obstacles what has to be settled first
 */
public record ErasurePreview(Map<DataKind, Integer> held, long events, List<Obstacle> obstacles) {

  public ErasurePreview {
    held = Collections.unmodifiableMap(new TreeMap<>(held));
    obstacles = List.copyOf(obstacles);
  }
}
