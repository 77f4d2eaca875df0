package hallmetrics.record;

import static org.assertj.core.api.Assertions.assertThat;

import hallmetrics.catalogue.CatalogueLoader;
import hallmetrics.schema.Field;
import hallmetrics.schema.TableSchema;
import hallmetrics.source.Bookkeeping;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The words of drafts name columns and codes there are, and none says two things. */
class DraftWordsTest {
  private static final Map<String, TableSchema> TABLES =
      CatalogueLoader.load(Optional.empty()).tables();
  private static final DraftWords WORDS = DraftWords.builtIn();

  private static TableSchema table(String name) {
    return Objects.requireNonNull(TABLES.get(name), name);
  }

  @Test
  void aHeaderStandsForOneColumnOfItsTable() {
    WORDS
        .headers()
        .forEach(
            (name, columns) -> {
              TableSchema table = table(name);
              Map<String, String> said = new HashMap<>();
              table.fields().forEach(field -> said.put(field.title(), field.name()));
              Bookkeeping.FIELDS.forEach(field -> said.put(field.title(), field.name()));
              columns.forEach(
                  (column, words) -> {
                    assertThat(FilePreview.field(table, column))
                        .as(name + "." + column)
                        .isNotNull();
                    for (String word : words) {
                      assertThat(said.put(word, column)).as(name + ": " + word).isNull();
                    }
                  });
            });
  }

  @Test
  void aWordStandsForOneCodeOfItsColumn() {
    WORDS
        .codes()
        .forEach(
            (name, columns) ->
                columns.forEach(
                    (column, words) -> {
                      Field field =
                          Objects.requireNonNull(table(name).field(column), name + "." + column);
                      assertThat(field.values().keySet()).containsAll(words.values());
                      assertThat(field.values().values())
                          .as("titles need no word")
                          .doesNotContainAnyElementsOf(words.keySet());
                    }));
  }
}
