package hallmetrics.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.slf4j.MDC;

/**
 * A query that runs beside others: planning one keeps a single core busy, while tasks of another
 * can use the rest.
 */
public final class Beside<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Beside(FutureTask<T> task, Thread thread) {
    this.task = task;
    this.thread = thread;
  }

  /** Starts a query on a session. */
  public static <T> Beside<T> start(SparkSession session, String name, Supplier<T> query) {
    return start(
        name,
        () -> {
          SparkSession.setActiveSession(session);
          return query.get();
        });
  }

  /** Starts what needs no session yet. */
  public static <T> Beside<T> start(String name, Supplier<T> work) {
    Map<String, String> marks = MDC.getCopyOfContextMap();
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              if (marks != null) {
                MDC.setContextMap(marks);
              }
              return work.get();
            });
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Beside<>(task, thread);
  }

  /** Waits until all have ended, then answers in order or throws what the first of them threw. */
  public static <T> List<T> all(List<Beside<T>> running) {
    for (Beside<T> one : running) {
      one.await();
    }
    return running.stream().map(Beside::get).toList();
  }

  private void await() {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
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
