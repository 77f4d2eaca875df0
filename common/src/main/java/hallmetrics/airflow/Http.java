package hallmetrics.airflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one call once and waits for its whole answer, head and body, for a bounded time. */
final class Http {
  /** An api-server under load was seen to take 17 s for a look. */
  private static final Duration LONGEST = Duration.ofSeconds(35);

  /** After so long without an answer people are told that it is waited for. */
  private static final Duration TELL = Duration.ofSeconds(5);

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration LEAST = Duration.ofMillis(100);

  // one for the process: each client has a thread of its own that outlives it
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  private final URI address;
  private final Pace pace;

  Http(URI address, Pace pace) {
    this.address = address;
    this.pace = pace;
  }

  URI address() {
    return address;
  }

  /**
   * The answer, or that none came, and why.
   *
   * @param token goes into the head of a signed call
   * @param patience when to stop waiting, and who hears of it
   */
  Answer once(Ask ask, @Nullable Secret token, Patience patience) {
    Duration left = Duration.between(pace.clock().instant(), patience.end());
    Duration longest = left.compareTo(LONGEST) < 0 ? left : LONGEST;
    if (longest.compareTo(LEAST) < 0) {
      return Answer.lost("no time left");
    }
    CompletableFuture<HttpResponse<String>> coming =
        CLIENT.sendAsync(request(ask, token), head -> new BoundedBody());
    try {
      // a timeout of the request would not cover the body
      HttpResponse<String> response = await(coming, longest, patience);
      return Answer.of(response.statusCode(), response.body());
    } catch (TimeoutException late) {
      coming.cancel(true);
      return Answer.lost("no answer within " + longest.toSeconds() + " s");
    } catch (ExecutionException broken) {
      return lost(broken.getCause());
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return Answer.lost("stopped");
    }
  }

  private static HttpResponse<String> await(
      CompletableFuture<HttpResponse<String>> coming, Duration longest, Patience patience)
      throws TimeoutException, ExecutionException, InterruptedException {
    Duration rest = longest.minus(TELL);
    if (rest.compareTo(Duration.ZERO) > 0) {
      try {
        return coming.get(TELL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        patience.tell(Answer.lost("no answer yet"));
        return coming.get(rest.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return coming.get(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private HttpRequest request(Ask ask, @Nullable Secret token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + ask.path()))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    return request
        .method(
            ask.method(),
            ask.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(ask.body().toString()))
        .build();
  }

  private static Answer lost(@Nullable Throwable cause) {
    if (cause instanceof ConnectException refused) {
      boolean unknown = refused.getCause() instanceof UnresolvedAddressException;
      return Answer.lost(unknown ? "unknown host" : "connection refused");
    }
    if (cause instanceof IOException io) {
      return Answer.lost(String.valueOf(io.getMessage()));
    }
    throw new IllegalStateException("the HTTP client failed", cause);
  }
}
