package org.uitrol.domain.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.followup.FollowUpStep;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.CalendarRule;

/**
 * One made-up value of any record, with every component filled: each text and id is {@code sample},
 * each number 1 and each enum its first constant.
 */
public final class Samples {

  /** The text of every text and id. */
  public static final String TEXT = "sample";

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);
  private static final LocalDate DAY = LocalDate.of(2027, 1, 11);

  private static final Map<Class<?>, Object> FIXED =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          Map.entry(Object.class, TEXT),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(long.class, 1L),
          Map.entry(double.class, 1.0),
          Map.entry(Double.class, 1.0),
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2027-01-11T08:00:00Z")),
          Map.entry(LocalDate.class, DAY),
          Map.entry(LocalTime.class, NINE),
          Map.entry(LocalDateTime.class, DAY.atTime(NINE)),
          Map.entry(ZoneId.class, ZoneId.of("Europe/Amsterdam")),
          Map.entry(Slot.class, new Slot(NINE, FIVE)),
          Map.entry(Wave.class, new Wave(TEXT, DAY, null, List.of(), false)),
          Map.entry(FollowUpStep.class, new FollowUpStep(1, TEXT, null, Instant.EPOCH)),
          Map.entry(
              CalendarRule.class,
              new CalendarRule(
                  ZoneId.of("Europe/Amsterdam"),
                  "NL",
                  Set.of(DayOfWeek.MONDAY),
                  NINE,
                  FIVE,
                  List.of())));

  private Samples() {}

  /** All records that a sealed type permits, however deep. */
  public static <T> List<Class<? extends T>> kindsOf(Class<T> sealed) {
    List<Class<? extends T>> kinds = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      Class<? extends T> kind = permitted.asSubclass(sealed);
      if (kind.isSealed()) {
        kinds.addAll(kindsOf(kind));
      } else {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  public static <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private static Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    if (type instanceof WildcardType wildcard) {
      return value(wildcard.getUpperBounds()[0]);
    }
    Class<?> plain = (Class<?>) type;
    Object fixed = FIXED.get(plain);
    if (fixed != null) {
      return fixed;
    }
    Object[] constants = plain.getEnumConstants();
    if (constants != null) {
      return constants[0];
    }
    if (plain.isRecord()) {
      return newRecord(plain);
    }
    throw new IllegalStateException("no sample of " + type);
  }

  private static Object collection(Class<?> raw, Type[] of) {
    if (raw == List.class) {
      return List.of(value(of[0]));
    } else if (raw == Set.class) {
      return Set.of(value(of[0]));
    } else if (raw == Optional.class) {
      return Optional.of(value(of[0]));
    } else if (raw == Map.class) {
      return Map.of(value(of[0]), value(of[1]));
    } else if (raw == SortedMap.class) {
      return new TreeMap<>(Map.of(value(of[0]), value(of[1])));
    }
    throw new IllegalStateException("no sample of " + raw);
  }

  private static Object newRecord(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(one -> value(one.getGenericType())).toArray();
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("no sample of " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type, e);
    }
  }
}
