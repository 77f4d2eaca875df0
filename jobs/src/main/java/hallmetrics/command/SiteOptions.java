package hallmetrics.command;

import hallmetrics.run.Workplace;
import hallmetrics.settings.SiteLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where the configuration, the files and the store are; shared by the verbs. */
final class SiteOptions {
  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "站点配置目录，默认取环境变量 HALL_CONF。The site's conf folder.")
  private @Nullable Path conf;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "存储位置，默认按 site.yaml。Overrides the store of site.yaml.")
  private @Nullable String store;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      description = "报送文件目录，默认按 site.yaml。Overrides the inbox of site.yaml.")
  private @Nullable Path inbox;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = Time.class,
      description = "另一个运行占用存储时最多等多久，如 10m。How long to wait for another run.")
  private Duration wait = Duration.ZERO;

  /** The site, loaded and checked. */
  Workplace workplace() {
    return Workplace.open(SiteLoader.folder(conf, System.getenv("HALL_CONF")), inbox, store);
  }

  Duration patience() {
    return wait;
  }

  /** Reads 30s, 10m, 2h. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      } catch (DateTimeParseException wrong) {
        throw new TypeConversionException("时长应写作 30s、10m、2h，实为 '" + text + "'");
      }
    }
  }
}
