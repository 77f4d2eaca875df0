package hallmetrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocationTest {
  @Test
  void aRemoteStoreWithSqliteIsRefused() {
    for (String root : new String[] {"hdfs://name:8020/hall", "s3a://bucket/hall"}) {
      assertThatThrownBy(() -> new StoreLocation(root, Map.of()))
          .isInstanceOfSatisfying(
              HallException.class,
              fault -> {
                assertThat(fault.code()).isEqualTo("store-catalog");
                assertThat(fault.status()).isEqualTo(ExitStatus.USAGE);
              });
    }
  }

  @Test
  void aRemoteStoreWithPostgresqlIsReachedByConfAlone(@TempDir Path folder) throws Exception {
    Path password = Files.writeString(folder.resolve("pw"), "secret\n");
    StoreLocation location =
        new StoreLocation(
            "hdfs://name:8020/hall/",
            Map.of(
                "type", "postgresql",
                "uri", "jdbc:postgresql://db/hall",
                "user", "hall",
                "password_file", password.toString()));
    assertThat(location.root()).isEqualTo("hdfs://name:8020/hall");
    assertThat(location.properties())
        .containsEntry("catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog")
        .containsEntry("uri", "jdbc:postgresql://db/hall")
        .containsEntry("jdbc.user", "hall")
        .containsEntry("jdbc.password", "secret")
        .containsEntry("warehouse", "warehouse")
        .containsEntry("store.root", "hdfs://name:8020/hall")
        .doesNotContainKeys("type", "user", "password_file");
    assertThat(location.toString()).doesNotContain("secret");
  }

  @Test
  void aRestCatalogAndFurtherKeysAreHandedOn() {
    StoreLocation location =
        new StoreLocation(
            "s3a://bucket/hall",
            Map.of("type", "rest", "uri", "http://catalog", "oauth2-server-uri", "http://login"));
    assertThat(location.properties())
        .containsEntry("catalog-impl", "org.apache.iceberg.rest.RESTCatalog")
        .containsEntry("oauth2-server-uri", "http://login")
        .doesNotContainKey("jdbc.schema-version");
  }

  @Test
  void aLocalStoreIsAbsoluteWhateverIsGiven() {
    assertThat(new StoreLocation("store", Map.of()).folder()).isAbsolute();
    assertThat(new StoreLocation("file:///srv/hall/store", Map.of()).root())
        .isEqualTo("/srv/hall/store");
  }

  @Test
  void anUnknownCatalogOrOneWithoutAddressIsRefused() {
    assertThatThrownBy(() -> new StoreLocation("/srv", Map.of("type", "hive")))
        .hasMessageContaining("[store-catalog]")
        .hasMessageContaining("hive");
    assertThatThrownBy(() -> new StoreLocation("/srv", Map.of("type", "postgresql")))
        .hasMessageContaining("uri");
  }

  @Test
  void anUnreadablePasswordFileIsNamed() {
    StoreLocation location =
        new StoreLocation(
            "/srv",
            Map.of("type", "postgresql", "uri", "jdbc:postgresql://db", "password_file", "/none"));
    assertThatThrownBy(location::properties).hasMessageContaining("/none");
  }
}
