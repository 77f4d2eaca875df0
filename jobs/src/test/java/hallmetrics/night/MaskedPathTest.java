package hallmetrics.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path is printed without persons, and a shell still finds the file. */
class MaskedPathTest {
  @TempDir private Path folder;

  private String word(Path file) {
    String word = MaskedPath.of(folder, file).word();
    assertThat(word).startsWith(MaskedPath.literal(folder.toString()) + "/");
    return word.substring(MaskedPath.literal(folder.toString()).length() + 1);
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "a");
  }

  @Test
  void whatNamesNobodyStandsAsItIs() throws IOException {
    assertThat(word(file("某府〔2026〕3号/评价 (1)*.csv"))).isEqualTo("某府〔2026〕3号/评价\\ \\(1\\)\\*.csv");
  }

  @Test
  void numbersOfPersonsAreWildcardsInFoldersToo() throws IOException {
    assertThat(word(file("张三 13812345678/a@b.cn 评价13987654321.csv")))
        .isEqualTo("张三\\ 138*5678/*\\ 评价139*4321.csv");
  }

  @Test
  void aWildcardThatMeansSeveralFilesSaysSo() throws IOException {
    Path file = file("13812345678/a.csv");
    file("13800005678/a.csv");
    file("13800005678/b.csv");
    file("13900005678/a.csv");

    assertThat(word(file)).isEqualTo("138*5678/a.csv # * 匹配 2 份文件，只留要读的一份");
  }
}
