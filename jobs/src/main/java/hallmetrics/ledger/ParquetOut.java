package hallmetrics.ledger;

import java.io.IOException;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.shaded.org.apache.parquet.io.DelegatingPositionOutputStream;
import org.apache.iceberg.shaded.org.apache.parquet.io.PositionOutputStream;

/** A file of the store as the Parquet library wants to write it. */
record ParquetOut(OutputFile file)
    implements org.apache.iceberg.shaded.org.apache.parquet.io.OutputFile {
  @Override
  public PositionOutputStream create(long blockSize) {
    return new Stream(file.create());
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) {
    return new Stream(file.createOrOverwrite());
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  @Override
  public String getPath() {
    return file.location();
  }

  private static final class Stream extends DelegatingPositionOutputStream {
    private final org.apache.iceberg.io.PositionOutputStream out;

    Stream(org.apache.iceberg.io.PositionOutputStream out) {
      super(out);
      this.out = out;
    }

    @Override
    public long getPos() throws IOException {
      return out.getPos();
    }
  }
}
