package hallmetrics.doctor;

import hallmetrics.fault.HallException;
import hallmetrics.ingest.Unclaimed;
import hallmetrics.run.Workplace;
import hallmetrics.settings.SiteOptions.KeyPlace;
import hallmetrics.source.SourceSpec;
import hallmetrics.time.WorkCalendar;
import hallmetrics.value.HmacKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The site itself: its key, its inbox, its sources, its calendar. */
final class SiteCheck {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Workplace workplace;
  private final LocalDate today;
  private final Map<String, String> environment;

  /** A check of a site as of a day, with the process's environment variables. */
  SiteCheck(Workplace workplace, LocalDate today, Map<String, String> environment) {
    this.workplace = workplace;
    this.today = today;
    this.environment = environment;
  }

  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.well(
            "配置 "
                + workplace.site().conf()
                + "："
                + workplace.site().options().name()
                + "，来源 "
                + workplace.sources().size()
                + " 个"));
    findings.add(key());
    inbox(findings);
    findings.add(calendar());
    List<String> keep =
        workplace.sources().stream()
            .filter(source -> "keep".equals(source.withoutId()))
            .map(SourceSpec::name)
            .toList();
    if (!keep.isEmpty()) {
      findings.add(
          Finding.note("没有编号、相同的行各算一条的来源（without_id: keep）", keep, "请报送方把相同的行放在同一份文件里；分在几份里会少算。"));
    }
    return findings;
  }

  private Finding key() {
    KeyPlace place = workplace.site().options().key();
    Path file = place.file();
    try {
      if (file == null) {
        String variable = String.valueOf(place.variable());
        HmacKey key = HmacKey.fromVariable(variable, environment.get(variable));
        return Finding.well("密钥 " + key.id() + "，取自环境变量 " + variable);
      }
      HmacKey key = HmacKey.fromFile(file);
      if (open(file)) {
        return Finding.configuration(
            "密钥文件别人也能读", List.of(file + "（" + permissions(file) + "）"), "chmod 600 " + file);
      }
      return Finding.well("密钥 " + key.id() + "，取自 " + file);
    } catch (HallException wrong) {
      List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
      return Finding.configuration(
          lines.get(0),
          List.of(String.valueOf(wrong.where())),
          "按 site.yaml 的 key_file 或 key_env 备好密钥。");
    }
  }

  private void inbox(List<Finding> findings) {
    Path inbox = workplace.inbox();
    if (!Files.isDirectory(inbox)) {
      findings.add(unfit(inbox.toString(), "在 site.yaml 改 inbox，或用 --inbox 指定。"));
      return;
    }
    try {
      List<String> all = Unclaimed.in(inbox, workplace.sources());
      findings.add(Finding.well("报送目录 " + inbox));
      if (!all.isEmpty()) {
        findings.add(
            Finding.note(
                "报送目录里有 " + all.size() + " 项没有来源认领，不会读",
                all,
                "在某个来源的 location 里写上它（hall check 文件 可以起草来源），或移出报送目录。"));
      }
    } catch (HallException unreadable) {
      findings.add(
          unfit(
              String.valueOf(unreadable.where()),
              "让运行 hall 的账号能读它（目录要有读和进入的权限，链接不能绕回自己），或在 site.yaml 改 inbox。"));
    }
  }

  private static Finding unfit(String where, String next) {
    return Finding.configuration("报送目录不存在或不可读", List.of(where), next);
  }

  private Finding calendar() {
    WorkCalendar calendar = workplace.site().calendar();
    int published = calendar.lastPublishedYear();
    if (CalendarYears.due(calendar, today).isEmpty()) {
      return Finding.well("工作日历已录到 " + published + " 年");
    }
    return Finding.note(
        "工作日历只录到 " + published + " 年，" + (published + 1) + " 年的期限按周末推算，标为暂定",
        List.of(),
        "国务院办公厅公布放假安排后，复制内置日历到 registers/calendar.csv 并补上该年。");
  }

  /** Whether others than the owner may do anything with a file. */
  static boolean open(Path file) {
    return supported(file) && !OWNER.containsAll(granted(file));
  }

  static String permissions(Path file) {
    return supported(file) ? PosixFilePermissions.toString(granted(file)) : "";
  }

  private static boolean supported(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
  }

  private static Set<PosixFilePermission> granted(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
