package hallmetrics.command;

import hallmetrics.time.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads periods and days from flags. */
final class Periods {
  private Periods() {}

  /** A period such as 2026-10. */
  static final class Converter implements ITypeConverter<Period> {
    @Override
    public Period convert(String text) {
      try {
        return Period.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(wrong.getMessage());
      }
    }
  }

  /** A day such as 2026-10-31. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException wrong) {
        throw new TypeConversionException("日期应写作 2026-10-31，实为 '" + text + "'");
      }
    }
  }
}
