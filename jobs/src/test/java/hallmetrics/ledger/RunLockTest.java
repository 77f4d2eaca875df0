package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path folder;

  @Test
  void aSecondRunIsRefusedAndToldWhoHoldsTheStore() {
    StoreLocation location = StoreLocation.local(folder);
    try (RunLock held =
        RunLock.acquire(location, "hall nightly --date 2026-10-31", Duration.ZERO)) {
      assertThat(held.location()).isEqualTo(location);
      assertThatThrownBy(() -> RunLock.acquire(location, "hall publish", Duration.ZERO))
          .isInstanceOfSatisfying(
              HallException.class,
              fault -> {
                assertThat(fault.code()).isEqualTo("store-busy");
                assertThat(fault.status()).isEqualTo(ExitStatus.OUTSIDE);
                assertThat(fault)
                    .hasMessageContaining("hall nightly --date 2026-10-31")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
              });
    }
    RunLock.acquire(location, "hall publish", Duration.ZERO).close();
  }

  @Test
  void aRunMayWaitForTheOtherToEnd() throws Exception {
    StoreLocation location = StoreLocation.local(folder);
    RunLock first = RunLock.acquire(location, "first", Duration.ZERO);
    CompletableFuture<RunLock> second =
        CompletableFuture.supplyAsync(
            () -> RunLock.acquire(location, "second", Duration.ofSeconds(60)));
    assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    first.close();
    second.get(60, TimeUnit.SECONDS).close();
  }

  @Test
  void theLockOfAKilledRunIsFree() throws Exception {
    StoreLocation location = StoreLocation.local(folder.resolve("store"));
    Process holder = Forked.start(folder.resolve("log"), LockProcess.class, "", location.root());
    while (!Files.exists(folder.resolve("store").resolve("held"))) {
      assertThat(holder.isAlive()).isTrue();
    }
    assertThatThrownBy(() -> RunLock.acquire(location, "second", Duration.ZERO))
        .hasMessageContaining("pid " + holder.pid());
    holder.destroyForcibly().waitFor();
    RunLock.acquire(location, "second", Duration.ZERO).close();
  }
}
