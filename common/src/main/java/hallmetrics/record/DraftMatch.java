package hallmetrics.record;

import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import hallmetrics.value.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How well a header fits a table: each header and each column used at most once, best pairs first.
 */
record DraftMatch(TableSchema table, Map<String, String> headerOf, double score) {
  private static final double LEAST = 0.5;
  private static final double REQUIRED = 1.5;
  private static final double BY_VALUES = 0.75;

  private record Pair(Field field, String header, double fit) {}

  static DraftMatch of(TableSchema table, DraftFile file, DraftWords words) {
    List<String> header = file.header();
    List<Field> fields = new ArrayList<>(table.fields());
    fields.addAll(Bookkeeping.FIELDS);
    List<Pair> pairs = pairs(table, file, words, fields);
    pairs.sort(
        Comparator.comparingDouble(Pair::fit)
            .reversed()
            .thenComparing(pair -> fields.indexOf(pair.field()))
            .thenComparing(pair -> header.indexOf(pair.header())));
    return chosen(table, fields, pairs);
  }

  /** Each header and each column once, in the order of the fields. */
  private static DraftMatch chosen(TableSchema table, List<Field> fields, List<Pair> pairs) {
    Map<String, String> chosen = new HashMap<>();
    Set<String> used = new HashSet<>();
    double score = 0;
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.field().name()) && used.add(pair.header())) {
        chosen.put(pair.field().name(), pair.header());
        score += pair.fit();
      }
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    for (Field field : fields) {
      String name = chosen.get(field.name());
      if (name != null) {
        ordered.put(field.name(), name);
      }
    }
    return new DraftMatch(table, ordered, score);
  }

  private static List<Pair> pairs(
      TableSchema table, DraftFile file, DraftWords words, List<Field> fields) {
    List<String> header = file.header();
    Map<String, Field> spoken = spoken(table, file, words);
    List<Pair> pairs = new ArrayList<>();
    for (Field field : fields) {
      for (String name : header) {
        List<String> called = words.headers(table.name(), field.name());
        double said = field.equals(spoken.get(name)) ? BY_VALUES : 0;
        double fit = Math.max(said, Math.max(fit(name, field), called(name, called)));
        if (field.name().equals(Bookkeeping.RECORD_ID) && numbered(table, header, name)) {
          fit = Math.max(fit, 0.7);
        }
        if (fit >= LEAST) {
          pairs.add(new Pair(field, name, field.required() ? fit * REQUIRED : fit));
        }
      }
    }
    return pairs;
  }

  /** The only column of the table whose codes a header's values are, in words. */
  private static Map<String, Field> spoken(TableSchema table, DraftFile file, DraftWords words) {
    Map<String, Field> spoken = new HashMap<>();
    file.words()
        .forEach(
            (name, values) -> {
              List<Field> fits =
                  table.fields().stream()
                      .filter(
                          field ->
                              DraftCodes.speaks(
                                  field, values, words.codes(table.name(), field.name())))
                      .toList();
              if (fits.size() == 1) {
                spoken.put(name, fits.get(0));
              }
            });
    return spoken;
  }

  /** A known other word for the column: nearly as good as its title, the usual word best. */
  private static double called(String header, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (plain(header).equals(plain(words.get(i)))) {
        return Math.max(0.85, 0.97 - 0.01 * i);
      }
    }
    return 0;
  }

  /** Where the sender's number is the key, a first column 某某编号 is likely it. */
  private static boolean numbered(TableSchema table, List<String> header, String name) {
    return table.key().contains(Bookkeeping.RECORD_ID)
        && header.indexOf(name) == 0
        && (name.endsWith("编号") || name.endsWith("流水号"));
  }

  /** How many headers found a column. */
  int headers() {
    return headerOf.size();
  }

  /** From 0 to 1: equal, one within the other, spelled out, or sharing pairs of characters. */
  private static double fit(String header, Field field) {
    String name = plain(header);
    String title = plain(field.title());
    if (name.equals(title) || name.equals(plain(field.name()))) {
      return 1;
    }
    if (Math.min(name.length(), title.length()) >= 2) {
      double ratio =
          (double) Math.min(name.length(), title.length())
              / Math.max(name.length(), title.length());
      if (name.contains(title) || title.contains(name)) {
        return 0.5 + 0.4 * ratio;
      }
      if (spelledOut(name, title) || spelledOut(title, name)) {
        return 0.5 + 0.3 * ratio;
      }
    }
    return shared(name, title) * 0.8;
  }

  /** 满意程度 is 满意度 spelled out: from its first to its last character, others in between. */
  private static boolean spelledOut(String longer, String shorter) {
    if (shorter.length() < 3
        || longer.charAt(0) != shorter.charAt(0)
        || longer.charAt(longer.length() - 1) != shorter.charAt(shorter.length() - 1)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
      at += longer.charAt(i) == shorter.charAt(at) ? 1 : 0;
    }
    return at == shorter.length();
  }

  /** Sørensen–Dice over pairs of neighbouring characters. */
  private static double shared(String one, String other) {
    Set<String> left = pairs(one);
    Set<String> right = pairs(other);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return 2.0 * both.size() / (left.size() + right.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }

  /** Without blanks, brackets and what separates words. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : Text.half(text).toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
