package hallmetrics.edition;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row record in contract order: component names in snake_case. One place from
 * which Parquet, CSV and the figures hash read a row, so that they cannot differ.
 */
final class RecordShape<R extends Record> {

  /** A column: its published name and its Java type (boxed types may be null). */
  record Column(String name, Class<?> type, java.lang.reflect.Method accessor) {}

  private final List<Column> columns = new ArrayList<>();
  private final Constructor<R> constructor;

  RecordShape(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      java.lang.reflect.Method accessor = components[i].getAccessor();
      accessor.setAccessible(true);
      columns.add(new Column(snake(components[i].getName()), types[i], accessor));
    }
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  List<Column> columns() {
    return columns;
  }

  /** The row's value of a column, or null. */
  @Nullable Object value(R row, int column) {
    try {
      return columns.get(column).accessor().invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The row made of values in column order. */
  R row(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A value as text: null is the given word, doubles by Double.toString, instants ISO in UTC. */
  static String text(@Nullable Object value, String nullWord) {
    if (value == null) {
      return nullWord;
    }
    if (value instanceof Double number) {
      return Double.toString(number);
    }
    if (value instanceof Instant instant) {
      return instant.toString();
    }
    return value.toString();
  }

  private static String snake(String name) {
    StringBuilder snake = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }
}
