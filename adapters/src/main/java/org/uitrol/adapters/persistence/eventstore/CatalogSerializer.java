package org.uitrol.adapters.persistence.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.EventCatalog;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as readable JSON under the name and revision that the catalogue gives them, and
 * reads nothing else but the few records that Axon itself keeps, such as its tokens. Unknown names
 * and revisions are an error, so that nothing is skipped silently (decision 0002). Safe for many
 * threads.
 */
public final class CatalogSerializer implements Serializer {

  /** Axon's own records, by the names under which they are stored. */
  private static final Map<Class<?>, String> RECORDS =
      Map.of(
          GapAwareTrackingToken.class, "position",
          ReplayToken.class, "replay",
          MergedTrackingToken.class, "merge",
          ConfigToken.class, "configuration",
          // Axon asks for metadata by this name; it is stored in a column of its own, unnamed.
          MetaData.class, MetaData.class.getName());

  private static final Map<String, Class<?>> RECORDS_BY_NAME =
      RECORDS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private final EventCatalog catalog;
  private final JsonMapper mapper = EventJson.mapper();
  private final ChainingConverter converter = new ChainingConverter();

  public CatalogSerializer(EventCatalog catalog) {
    this.catalog = catalog;
    converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
    converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
    converter.registerConverter(new JsonNodeToObjectNodeConverter());
    converter.registerConverter(new ObjectNodeToJsonNodeConverter());
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
    SerializedType type = typeForClass(object == null ? null : object.getClass());
    try {
      String json = mapper.writeValueAsString(object);
      T data =
          representation.equals(String.class)
              ? representation.cast(json)
              : converter.convert(json.getBytes(StandardCharsets.UTF_8), representation);
      return new SimpleSerializedObject<>(data, representation, type);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("can't write '" + type.getName() + "' as JSON", e);
    }
  }

  @Override
  public <T> boolean canSerializeTo(Class<T> representation) {
    return representation.equals(String.class)
        || converter.canConvert(byte[].class, representation);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Axon declares it
  public <S, T> @Nullable T deserialize(SerializedObject<S> stored) {
    if (SerializedType.emptyType().equals(stored.getType())) {
      return null;
    }
    Class<?> type = classForType(stored.getType());
    try {
      if (stored.getData() instanceof JsonNode tree) {
        return (T) mapper.treeToValue(tree, type);
      }
      if (stored.getData() instanceof String json) {
        return (T) mapper.readValue(json, type);
      }
      return (T) mapper.readValue(converter.convert(stored, byte[].class).getData(), type);
    } catch (JacksonException e) {
      throw new UnreadableRecord(
          "can't read '" + stored.getType().getName() + "': " + e.getMessage(), e);
    }
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    Class<?> record = RECORDS_BY_NAME.get(type.getName());
    return record != null ? record : eventFor(type);
  }

  private Class<?> eventFor(SerializedType type) {
    EventCatalog.Entry entry;
    try {
      entry = catalog.entryOf(type.getName());
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecord(
          e.getMessage() + ": is this an older version of Uitrol than the one that wrote it?", e);
    }
    String revision = Integer.toString(entry.revision());
    if (!revision.equals(type.getRevision())) {
      throw new UnreadableRecord(
          "'%s' is stored in revision %s, which no upcaster turns into revision %s"
              .formatted(type.getName(), type.getRevision(), revision));
    }
    return entry.type();
  }

  @Override
  @SuppressWarnings("rawtypes") // as Axon declares it
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.class || type == void.class) {
      return SerializedType.emptyType();
    }
    String record = RECORDS.get(type);
    if (record != null) {
      return new SimpleSerializedType(record, null);
    }
    return new SimpleSerializedType(
        catalog.nameOf(type), Integer.toString(catalog.revisionOf(type)));
  }

  @Override
  public Converter getConverter() {
    return converter;
  }
}
