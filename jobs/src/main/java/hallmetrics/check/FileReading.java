package hallmetrics.check;

import hallmetrics.ingest.GateFinding;
import hallmetrics.record.FilePreview;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as a night with only this file would read it.
 *
 * @param asOf the Shanghai day it speaks for; null when neither its name nor its source says one
 * @param inside whether it lies in the inbox
 * @param reader the source by which a night reads it there, or would if it lay where the source
 *     looks; null for none
 * @param places what the registers say of its places
 * @param gates the gates that would refuse
 */
public record FileReading(
    FilePreview preview,
    @Nullable LocalDate asOf,
    boolean inside,
    @Nullable String reader,
    List<PlaceFinding> places,
    List<GateFinding> gates) {}
