package org.uitrol.adapters.files.campaign;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A value in the file and where it stands.
 *
 * @param path of keys to it
 */
record Entry(String path, Node node) {

  Entry item(int index, Node item) {
    return new Entry(path + "[" + index + "]", item);
  }

  Entry at(String key, Node value) {
    return new Entry(path.isEmpty() ? key : path + "." + key, value);
  }
}
