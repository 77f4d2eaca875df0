package hallmetrics.catalogue;

import hallmetrics.schema.TableSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the content of definitions; where they are written does not matter. */
public final class Fingerprint {
  private static final Set<String> PLACES = Set.of("file", "line", "origins", "fingerprint");
  private static final Set<String> WORDING = Set.of("title");
  private static final Set<String> ADVICE = Set.of("title", "next");

  private final StringBuilder text = new StringBuilder();
  private final Set<String> skipped;

  private Fingerprint(Set<String> skipped) {
    this.skipped = skipped;
  }

  /** Over everything given, in the order of the names. */
  static String of(List<? extends Record> definitions) {
    return hash(new Fingerprint(PLACES), definitions);
  }

  /** Over everything but places and what is only told to a person, in the order given. */
  public static String wordless(List<? extends Record> definitions) {
    return hash(new Fingerprint(union(PLACES, ADVICE)), definitions);
  }

  /** Over what decides the daily counts of a ledger table; titles do not. */
  static String counting(Catalogue catalogue, String table) {
    Fingerprint print = new Fingerprint(union(PLACES, WORDING));
    TableSchema schema = catalogue.tables().get(table);
    if (schema != null) {
      print.append(schema);
    }
    Map<String, Measure> measures = new TreeMap<>();
    catalogue.measuresOf(table).forEach(measure -> measures.put(measure.name(), measure));
    return hash(print, List.copyOf(measures.values()));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private static String hash(Fingerprint print, List<? extends Record> definitions) {
    definitions.forEach(print::append);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] bytes = print.text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private void append(@Nullable Object value) {
    if (value instanceof Record record) {
      text.append(record.getClass().getSimpleName()).append('{');
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        if (!skipped.contains(component.getName())) {
          text.append(component.getName()).append('=');
          append(read(component, record));
        }
      }
      text.append('}');
    } else if (value instanceof Collection<?> items) {
      text.append('[');
      items.forEach(this::append);
      text.append(']');
    } else if (value instanceof Map<?, ?> map) {
      text.append('(');
      map.forEach(
          (key, item) -> {
            append(key);
            append(item);
          });
      text.append(')');
    } else {
      String scalar = value == null ? "\\N" : value.toString().strip().replaceAll("\\s+", " ");
      text.append(scalar.length()).append(':').append(scalar).append(';');
    }
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      throw new IllegalStateException("record component " + component.getName(), unreadable);
    }
  }
}
