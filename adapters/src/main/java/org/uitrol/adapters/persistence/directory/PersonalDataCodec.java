package org.uitrol.adapters.persistence.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;

/**
 * Personal data as bytes: pairs of a field's permanent name and its value. Fields may be added; a
 * name that is no longer known is skipped.
 */
final class PersonalDataCodec {

  private static final Map<String, PersonField> FIELDS =
      Arrays.stream(PersonField.values())
          .collect(Collectors.toUnmodifiableMap(PersonField::key, Function.identity()));

  private PersonalDataCodec() {}

  static byte[] encode(PersonalData data) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      if (!data.value(field).isEmpty()) {
        values.put(field, data.value(field));
      }
    }
    return encode(values);
  }

  static PersonalData decode(byte[] bytes) {
    return PersonalData.UNKNOWN.with(decodeCells(bytes));
  }

  /** Empty values are kept. */
  static byte[] encode(Map<PersonField, String> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Map.Entry<PersonField, String> value : values.entrySet()) {
        out.writeUTF(value.getKey().key());
        out.writeUTF(value.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Map<PersonField, String> decodeCells(byte[] bytes) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        PersonField field = FIELDS.get(in.readUTF());
        String value = in.readUTF();
        if (field != null) {
          values.put(field, value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }
}
