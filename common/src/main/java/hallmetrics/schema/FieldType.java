package hallmetrics.schema;

import java.util.Locale;

/** Types of canonical columns. */
public enum FieldType {
  /** Text kept as delivered, trimmed, full-width digits made half-width. */
  STRING,
  /** A code of a closed list ({@link Field#values()}), stored as text. */
  CODE,
  /** Free text, scrubbed of direct identifiers before it is stored. */
  TEXT,
  /** A direct identifier, stored only as keyed HMAC-SHA256. */
  KEY,
  /** 32-bit whole number. */
  INT,
  /** 64-bit whole number. */
  LONG,
  /** Exact decimal(38,6). */
  DECIMAL,
  /** True or false. */
  BOOL,
  /** An instant in microseconds, stored UTC; zone-less input is Asia/Shanghai. */
  TIMESTAMP,
  /** A calendar day. */
  DATE,
  /** A list of texts. */
  STRINGS;

  /** The name used in YAML. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
