package hallmetrics.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hallmetrics.record.DeliveryReader;
import hallmetrics.record.ExpressionEvaluator;
import hallmetrics.record.Mapped;
import hallmetrics.record.MapperSettings;
import hallmetrics.record.RawRecord;
import hallmetrics.record.Reason;
import hallmetrics.record.RecordMapper;
import hallmetrics.record.RefusedException;
import hallmetrics.schema.TableSchema;
import hallmetrics.settings.Site;
import hallmetrics.settings.SiteLoader;
import hallmetrics.source.AsOf;
import hallmetrics.source.FieldMapping;
import hallmetrics.source.SourceLoader;
import hallmetrics.source.SourceSpec;
import hallmetrics.value.HmacKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The delivered files read and mapped by the configuration that is shipped with them. */
class DemoFilesMapTest {
  private static final List<String> CANARIES = List.of("13912345678", "360702198001010016");

  @TempDir private static Path out;
  private static Site site;
  private static Map<String, SourceSpec> sources;
  private static Delivered delivered;

  @BeforeAll
  static void deliver() {
    Path conf = DemoConf.layOut(out);
    site = SiteLoader.load(conf);
    sources = new TreeMap<>();
    SourceLoader.load(site.sources(), site.catalogue().tables())
        .forEach(source -> sources.put(source.name(), source));
    DemoPlan plan = DemoPlan.demo().withScale(0.02).withCanaries(CANARIES, List.of("金丝雀甲", "金丝雀乙"));
    delivered = new DemoCity(conf, DemoCity.SEED, plan).deliver(out.resolve("inbox"));
  }

  @Test
  void everyReadableFileGivesItsRecordsAndItsRejections() throws IOException {
    for (DeliveredFile file : delivered.files()) {
      if (!"unclosed-quote".equals(file.refused())) {
        Map<String, Integer> rejected = new TreeMap<>();
        int accepted = 0;
        for (Mapped mapped : map(file)) {
          if (mapped instanceof Mapped.Rejected bad) {
            bad.reasons().stream()
                .map(Reason::text)
                .forEach(r -> rejected.merge(r, 1, Integer::sum));
          } else {
            accepted++;
          }
        }
        assertThat(rejected).as(file.path()).isEqualTo(file.reasons());
        assertThat(accepted).as(file.path()).isEqualTo(file.mapped());
      }
    }
  }

  @Test
  void theBrokenFileIsRefusedAsAWhole() {
    DeliveredFile broken =
        delivered.files().stream()
            .filter(file -> "unclosed-quote".equals(file.refused()))
            .findFirst()
            .orElseThrow();

    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> map(broken).size());
    assertThat(refused.code()).isEqualTo("unclosed-quote");
  }

  @Test
  void theInvertedFileReadsAsNearlyAllBad() throws IOException {
    DeliveredFile inverted =
        delivered.files().stream()
            .filter(file -> "inverted-scale".equals(file.refused()))
            .findFirst()
            .orElseThrow();
    int level = column("evaluation", "satisfaction");

    List<Mapped> rows = map(inverted);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
    long bad =
        rows.stream()
            .map(Mapped.Accepted.class::cast)
            .filter(row -> (Integer) row.values()[level] <= 2)
            .count();
    assertThat(bad * 5).isGreaterThan(rows.size());
  }

  @Test
  void theNameOfEveryFileSaysItsDay() {
    for (DeliveredFile file : delivered.files()) {
      String name = file.path().substring(file.path().lastIndexOf('/') + 1);
      assertThat(AsOf.of(source(file.source()), name)).as(name).isPresent();
    }
  }

  @Test
  void canariesStandInOwnColumnsCodesTextAndColumnsNobodyReads() throws IOException {
    assertThat(planted("city-evaluation")).contains("证件号码", "手机号", "评价人", "评价渠道", "文字评价");
    assertThat(planted("hotline-ticket")).contains("来电号码", "来电人", "内容");
    assertThat(planted("rectification")).contains("责任人电话");
  }

  private static Set<String> planted(String source) throws IOException {
    Set<String> headers = new TreeSet<>();
    for (DeliveredFile file : delivered.files()) {
      if (file.source().equals(source) && file.refused() == null) {
        try (DeliveryReader reader =
            DeliveryReader.open(source(source), out.resolve("inbox").resolve(file.path()))) {
          for (RawRecord raw = reader.next(); raw != null; raw = reader.next()) {
            for (int i = 0; i < raw.cells().length; i++) {
              String cell = raw.cells()[i];
              if (CANARIES.stream().anyMatch(cell::contains) || cell.startsWith("金丝雀")) {
                headers.add(reader.header().get(i));
              }
            }
          }
        }
      }
    }
    return headers;
  }

  @Test
  void noCanaryIsLeftInAMappedRecord() throws IOException {
    for (DeliveredFile file : delivered.files()) {
      if (!"unclosed-quote".equals(file.refused())) {
        for (Mapped mapped : map(file)) {
          String text =
              mapped instanceof Mapped.Accepted row
                  ? Arrays.deepToString(row.values())
                  : mapped.toString();
          assertThat(text)
              .as(file.path())
              .doesNotContain("13912345678", "360702198001010016", "金丝雀");
        }
      }
    }
  }

  private static SourceSpec source(String name) {
    return Objects.requireNonNull(sources.get(name), name);
  }

  private static List<Mapped> map(DeliveredFile file) throws IOException {
    SourceSpec source = source(file.source());
    TableSchema schema = site.catalogue().existingTable(source.into());
    List<Mapped> mapped = new ArrayList<>();
    try (DeliveryReader reader =
        DeliveryReader.open(source, out.resolve("inbox").resolve(file.path()))) {
      RecordMapper mapper =
          new RecordMapper(settings(source, schema), reader.header(), fixed(source));
      for (RawRecord raw = reader.next(); raw != null; raw = reader.next()) {
        mapped.add(mapper.map(raw));
      }
    }
    return mapped;
  }

  private static MapperSettings settings(SourceSpec source, TableSchema schema) {
    return new MapperSettings(
        source,
        schema,
        site.calendar().first(),
        site.calendar().last(),
        site.calendar().last(),
        site.registers()::regionId,
        HmacKey.fromFile(out.resolve("hmac.key")));
  }

  /** Stands for Spark: what the expressions of these sources would give for the plainest row. */
  private static ExpressionEvaluator fixed(SourceSpec source) {
    List<FieldMapping> fields = RecordMapper.sqlFields(source);
    return (index, cells, canonical) -> value(fields.get(index).field());
  }

  private static @Nullable Object value(String field) {
    return field.equals("mode") ? "NON_FACE" : Boolean.TRUE;
  }

  private static int column(String table, String name) {
    TableSchema schema = site.catalogue().existingTable(table);
    return schema.fields().stream().map(field -> field.name()).toList().indexOf(name);
  }
}
