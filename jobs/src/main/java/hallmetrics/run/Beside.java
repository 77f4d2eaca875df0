package hallmetrics.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * A query that runs beside others: planning one keeps a single core busy, while tasks of another
 * can use the rest.
 */
public final class Beside<T> {
  private final FutureTask<T> task;

  private Beside(FutureTask<T> task) {
    this.task = task;
  }

  /** Starts a query on a session. */
  public static <T> Beside<T> start(SparkSession session, String name, Supplier<T> query) {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              SparkSession.setActiveSession(session);
              return query.get();
            });
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Beside<>(task);
  }

  /** Waits for the answer and throws what the query threw. */
  public T get() {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      if (failed.getCause() instanceof Error fault) {
        throw fault;
      }
      // Spark, written in Scala, throws checked exceptions without declaring them
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
