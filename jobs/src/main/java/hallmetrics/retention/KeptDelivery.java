package hallmetrics.retention;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A kept delivery that is past its retention.
 *
 * @param file its bytes, named by their SHA-256
 * @param received Shanghai day it was read; where no run says it, the day its copy was made
 * @param bytes size
 */
public record KeptDelivery(Path file, LocalDate received, long bytes) {}
