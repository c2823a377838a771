package org.uitrol.adapters.persistence.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events look as JSON: components in the order of the record, identifiers as plain strings,
 * dates in ISO 8601, a text as a map by language, nothing for what is absent. Where a component may
 * be one of several kinds (a sealed type), the property {@code kind} says which, by the simple name
 * of the record in kebab case. An unknown property is an error: what was written is never dropped.
 */
public final class EventJson {

  private static final String KIND = "kind";
  private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private EventJson() {}

  /** A mapper that reads and writes so. Safe for many threads. */
  public static JsonMapper mapper() {
    return JsonMapper.builder()
        .changeDefaultVisibility(
            checker ->
                checker
                    .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .annotationIntrospector(new SealedKinds())
        // The tokens of the event processors name the class of the token inside them.
        .polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.eventhandling.")
                .allowIfSubTypeIsArray()
                .build())
        .addModule(values())
        .build();
  }

  private static SimpleModule values() {
    SimpleModule module =
        new SimpleModule("values") {
          private static final long serialVersionUID = 1L;

          @Override
          public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new IdDeserializers());
            context.addKeyDeserializers(new IdKeys());
          }
        };
    module.addSerializer(Id.class, new IdSerializer());
    module.addKeySerializer(Id.class, new IdKeySerializer());
    module.addSerializer(Text.class, new TextSerializer());
    module.addDeserializer(Text.class, new TextDeserializer());
    module.addSerializer(MetaData.class, new MetaDataSerializer());
    module.addDeserializer(MetaData.class, new MetaDataDeserializer());
    return module;
  }

  static String kebab(String simpleName) {
    return WORD.matcher(simpleName).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** Every sealed type says its kind; everything else is as Jackson reads it. */
  private static final class SealedKinds extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      if (annotated instanceof AnnotatedClass && annotated.getRawType().isSealed()) {
        return JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false, true);
      }
      return super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
      if (annotated instanceof AnnotatedClass && annotated.getRawType().isSealed()) {
        List<NamedType> kinds = new ArrayList<>();
        collect(annotated.getRawType(), kinds);
        return kinds;
      }
      return super.findSubtypes(config, annotated);
    }

    private static void collect(Class<?> sealed, List<NamedType> kinds) {
      for (Class<?> permitted : sealed.getPermittedSubclasses()) {
        if (permitted.isSealed()) {
          collect(permitted, kinds);
        } else {
          kinds.add(new NamedType(permitted, kebab(permitted.getSimpleName())));
        }
      }
    }
  }

  private static final class IdSerializer extends ValueSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator json, SerializationContext context) {
      json.writeString(id.value());
    }
  }

  private static final class IdKeySerializer extends ValueSerializer<Id> {
    @Override
    public void serialize(Id id, JsonGenerator json, SerializationContext context) {
      json.writeName(id.value());
    }
  }

  private static final class IdDeserializers extends SimpleDeserializers {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return isId(type) ? new IdDeserializer(constructorOf(type)) : null;
    }
  }

  private static final class IdDeserializer extends ValueDeserializer<Object> {

    private final Constructor<?> constructor;

    IdDeserializer(Constructor<?> constructor) {
      this.constructor = constructor;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
      return make(constructor, json.getString());
    }
  }

  private static final class IdKeys implements KeyDeserializers {
    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
      return isId(type) ? new IdKey(constructorOf(type)) : null;
    }
  }

  private static final class IdKey extends KeyDeserializer {

    private final Constructor<?> constructor;

    IdKey(Constructor<?> constructor) {
      this.constructor = constructor;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return make(constructor, key);
    }
  }

  private static boolean isId(JavaType type) {
    return type.isTypeOrSubTypeOf(Id.class) && type.getRawClass().isRecord();
  }

  private static Constructor<?> constructorOf(JavaType type) {
    try {
      Constructor<?> constructor = type.getRawClass().getDeclaredConstructor(String.class);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type.getRawClass() + " is no record of one string", e);
    }
  }

  private static Object make(Constructor<?> constructor, String value) {
    try {
      return constructor.newInstance(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "'" + value + "' is no " + constructor.getDeclaringClass().getSimpleName(), e);
    }
  }

  private static final class TextSerializer extends ValueSerializer<Text> {
    @Override
    public void serialize(Text text, JsonGenerator json, SerializationContext context) {
      writeStrings(text.in(), json);
    }
  }

  private static final class TextDeserializer extends ValueDeserializer<Text> {
    @Override
    public Text deserialize(JsonParser json, DeserializationContext context) {
      return new Text(readStrings(context, json));
    }
  }

  private static final class MetaDataSerializer extends ValueSerializer<MetaData> {
    @Override
    public void serialize(MetaData metaData, JsonGenerator json, SerializationContext context) {
      writeStrings(metaData, json);
    }
  }

  private static final class MetaDataDeserializer extends ValueDeserializer<MetaData> {
    @Override
    public MetaData deserialize(JsonParser json, DeserializationContext context) {
      return MetaData.from(readStrings(context, json));
    }
  }

  private static void writeStrings(Map<String, ?> strings, JsonGenerator json) {
    json.writeStartObject();
    strings.forEach(
        (name, value) -> {
          if (!(value instanceof String string)) {
            throw new IllegalArgumentException(name + " is no string but " + value);
          }
          json.writeStringProperty(name, string);
        });
    json.writeEndObject();
  }

  private static Map<String, String> readStrings(DeserializationContext context, JsonParser json) {
    return context.readValue(
        json,
        context.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, String.class));
  }
}
