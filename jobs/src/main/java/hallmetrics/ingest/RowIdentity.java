package hallmetrics.ingest;

import java.util.HexFormat;

/**
 * Under which key equal rows without an id meet: what a row says and who says it. The night's
 * records and the ledger's rows must answer alike, whatever place among equal rows a row has.
 */
final class RowIdentity {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private RowIdentity() {}

  /** First half of the key, from the row hash (32 hex digits) and the source system. */
  static long hi(String recordHash, String system) {
    return HexFormat.fromHexDigitsToLong(recordHash, 0, 16) ^ (system.hashCode() * MIX);
  }

  /** Second half of the key. */
  static long lo(String recordHash) {
    return HexFormat.fromHexDigitsToLong(recordHash, 16, 32);
  }
}
