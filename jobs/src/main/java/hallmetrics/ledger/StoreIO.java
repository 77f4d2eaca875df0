package hallmetrics.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.hadoop.HadoopConfigurable;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.util.SerializableSupplier;

/**
 * File access of the store. Metadata holds locations relative to the store's root, so that the
 * folder can be moved; here they are resolved. Made by Iceberg by name, on executors too.
 *
 * <p>The streams are our own classes on purpose: Iceberg's Parquet reader unwraps its Hadoop
 * streams, and the finalizer of the abandoned wrapper then closes the file under it.
 */
public final class StoreIO implements FileIO, HadoopConfigurable {
  /** Catalog property that names the store's root. */
  public static final String ROOT = "store.root";

  private static final long serialVersionUID = 1L;

  private final HadoopFileIO io = new HadoopFileIO();
  private String root = "";

  @Override
  public void initialize(Map<String, String> properties) {
    root = Objects.requireNonNull(properties.get(ROOT), ROOT);
    io.initialize(properties);
  }

  @Override
  public Map<String, String> properties() {
    return io.properties();
  }

  @Override
  public void setConf(Configuration conf) {
    io.setConf(conf);
  }

  @Override
  public Configuration getConf() {
    return io.getConf();
  }

  @Override
  public void serializeConfWith(
      Function<Configuration, SerializableSupplier<Configuration>> serializer) {
    io.serializeConfWith(serializer);
  }

  @Override
  public InputFile newInputFile(String location) {
    return new In(io.newInputFile(absolute(location)), location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    return new In(io.newInputFile(absolute(location), length), location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new Out(io.newOutputFile(absolute(location)), location);
  }

  @Override
  public void deleteFile(String location) {
    io.deleteFile(absolute(location));
  }

  @Override
  public void close() {
    io.close();
  }

  private String absolute(String location) {
    return location.startsWith("/") || location.contains(":/") ? location : root + "/" + location;
  }

  private record In(InputFile file, String location) implements InputFile {
    @Override
    public long getLength() {
      return file.getLength();
    }

    @Override
    public SeekableInputStream newStream() {
      return new Reading(file.newStream(), file.location());
    }

    @Override
    public boolean exists() {
      return file.exists();
    }
  }

  private record Out(OutputFile file, String location) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      Failpoint.hit("create");
      return new Writing(file.create());
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      Failpoint.hit("create");
      return new Writing(file.createOrOverwrite());
    }

    @Override
    public InputFile toInputFile() {
      return new In(file.toInputFile(), location);
    }
  }

  private static final class Reading extends SeekableInputStream {
    private final SeekableInputStream in;
    private final String location;

    Reading(SeekableInputStream in, String location) {
      this.in = in;
      this.location = location;
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (ChecksumException e) {
        throw damaged(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (ChecksumException e) {
        throw damaged(e);
      }
    }

    /** Iceberg reads again for a minute and a half after any other exception. */
    private NotFoundException damaged(ChecksumException cause) {
      return new NotFoundException(cause, "Checksum error in file: %s", location);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static final class Writing extends PositionOutputStream {
    private final PositionOutputStream out;

    Writing(PositionOutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() throws IOException {
      return out.getPos();
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
