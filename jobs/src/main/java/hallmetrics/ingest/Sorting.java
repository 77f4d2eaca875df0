package hallmetrics.ingest;

import hallmetrics.ledger.DeliveryRecord;
import hallmetrics.ledger.DeliveryState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts the files of the inbox into those to read, those that came before, those that stay out. */
final class Sorting {
  private static final Comparator<Unread> BY_NAME =
      Comparator.comparing((Unread file) -> fileName(Path.of(file.delivery().path())))
          .thenComparing(file -> file.delivery().sha256());

  private final Known known;
  private final List<Unread> unread = new ArrayList<>();
  private final List<Unread> undated = new ArrayList<>();
  private final List<Found.Repeat> repeated = new ArrayList<>();
  private final List<Found.StillOut> stillOut = new ArrayList<>();
  private final Map<String, Path> taken = new HashMap<>();
  private final Map<String, DeliveryRecord> refused = new HashMap<>();

  Sorting(Known known) {
    this.known = known;
  }

  /** Takes one more file; {@code dated} says whether the day it speaks for can be told. */
  void sort(Unread found, Path file, boolean dated) {
    String sha256 = found.delivery().sha256();
    String name = found.delivery().name();
    Optional<DeliveryRecord> settled = known.settled(found.source(), sha256, dated);
    if (settled.isPresent() && settled.get().state() == DeliveryState.REFUSED) {
      stillOut.add(new Found.StillOut(found.source(), file, name, settled.get()));
      // what its own source still refuses is not offered to another that claims the same file
      taken.putIfAbsent(sha256, file);
      refused.put(sha256, settled.get());
    } else if (settled.isPresent()) {
      if (!settled.get().name().equals(name)) {
        repeated.add(new Found.Repeat(found, settled.get()));
      }
    } else {
      first(found, file, dated);
    }
  }

  private void first(Unread found, Path file, boolean dated) {
    String sha256 = found.delivery().sha256();
    String name = found.delivery().name();
    Path before = taken.putIfAbsent(sha256, file);
    DeliveryRecord out = refused.get(sha256);
    if (before == null) {
      (dated ? unread : undated).add(found);
    } else if (!fileName(before).equals(fileName(file))) {
      if (out == null) {
        repeated.add(new Found.Repeat(found, null));
      } else {
        stillOut.add(new Found.StillOut(found.source(), file, name, out));
      }
    }
  }

  Found found(Found.Later later) {
    unread.sort(BY_NAME);
    return new Found(unread, undated, repeated, stillOut, later);
  }

  /** The name as delivered: what orders the files of a night and tells their day. */
  static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
