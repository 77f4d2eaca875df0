package hallmetrics.doctor;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import hallmetrics.ledger.RunLock;
import hallmetrics.ledger.RunRecord;
import hallmetrics.ledger.RunState;
import hallmetrics.ledger.StoreLocation;
import hallmetrics.ledger.StoreReader;
import hallmetrics.night.Glance;
import hallmetrics.night.Standing;
import hallmetrics.night.Waiting;
import hallmetrics.retention.RetentionJob;
import hallmetrics.run.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ledger: is it whole, what is half done, what waits for somebody. */
final class StoreCheck {
  private final Workplace workplace;
  private final Clock clock;
  private final StoreLocation location;
  private final RetentionJob retention;

  StoreCheck(Workplace workplace, Clock clock) {
    this.workplace = workplace;
    this.clock = clock;
    this.retention = new RetentionJob(workplace, clock);
    this.location = workplace.store();
  }

  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      if (!StoreReader.exists(location)) {
        findings.add(Finding.note("还没有数据仓：" + location.root(), List.of(), "运行 hall nightly 建立。"));
        return findings;
      }
      try (StoreReader reader = StoreReader.open(location)) {
        look(reader, findings);
      }
    } catch (HallException fault) {
      findings.add(of(fault));
    }
    if (!location.remote()) {
      kept(findings);
    }
    return findings;
  }

  private void look(StoreReader reader, List<Finding> findings) {
    List<RunRecord> runs = reader.runs();
    long decided = runs.stream().filter(run -> run.state() == RunState.DECIDED).count();
    findings.add(Finding.well("数据仓 " + location.root() + "：已定案 " + decided + " 次运行"));
    if (!runs.isEmpty() && runs.get(runs.size() - 1).state() == RunState.REFUSED) {
      RunRecord last = runs.get(runs.size() - 1);
      findings.add(
          Finding.note(
              "最近一次运行 " + last.run() + " 被闸门 " + last.gate() + " 拦下，没有生效",
              List.of(location.root() + "/refused/" + last.run()),
              "按该目录里的明细改正后重跑。"));
    }
    List<String> damaged = reader.damagedFiles();
    findings.add(
        damaged.isEmpty()
            ? Finding.well("台账文件逐个读过，没有损坏")
            : Finding.damaged(
                "台账有 " + damaged.size() + " 个文件损坏或缺失",
                damaged,
                "从备份恢复这些文件（连同同目录的隐藏 .crc 文件），再运行 hall doctor。"));
    List<String> undecided = reader.undecided();
    if (!undecided.isEmpty()) {
      findings.add(
          Finding.note("上次运行中断，留下未定案的内容（读者看不到）", undecided, "无需处理：下一次 hall nightly 会先清掉，再重读这些报送。"));
    }
    Standing standing = Standing.of(workplace, reader);
    if (RunLock.holder(location).isEmpty()) {
      cut(standing, findings);
    }
    refused(standing, findings);
    if (!location.remote()) {
      expired(findings);
    }
  }

  private void expired(List<Finding> findings) {
    int expired = retention.expired().size();
    if (expired > 0) {
      findings.add(
          Finding.note(
              "原始报送有 " + expired + " 份收到于 " + retention.keptFrom() + " 以前，已过保留期",
              List.of(),
              "运行 hall purge 看清单，hall purge --delete 删除。"));
    }
  }

  private static void cut(Standing standing, List<Finding> findings) {
    List<String> nights =
        standing.cut().stream().map(run -> run.businessDate() + "（" + run.run() + "）").toList();
    if (!nights.isEmpty()) {
      findings.add(
          Finding.note(
              nights.size() + " 晚已定案，没有发布完就中断了", nights, "从最早的起运行 hall nightly --date 日期。"));
    }
  }

  private void refused(Standing standing, List<Finding> findings) {
    List<String> waiting =
        Waiting.of(workplace, standing, Glance.at(workplace, standing, clock)).stream()
            .flatMap(
                one ->
                    Stream.of(
                        one.refused().name()
                            + "（"
                            + one.refused().source()
                            + "）["
                            + one.refused().fault()
                            + "]，"
                            + one.refused().run(),
                        "  " + one.next()))
            .toList();
    if (!waiting.isEmpty()) {
      findings.add(
          Finding.note(
              waiting.size() / 2 + " 份文件被退回，还没有读入",
              waiting,
              "文件有错的请报送方改正后重报，并移走原件；来源配置有错的改好它；确认属实的用 --accept-gate 放行。"));
    }
  }

  private void kept(List<Finding> findings) {
    Path deliveries = location.folder().resolve("deliveries");
    if (Files.isDirectory(deliveries) && SiteCheck.open(deliveries)) {
      findings.add(
          Finding.configuration(
              "原始报送目录别人也能进（" + SiteCheck.permissions(deliveries) + "），里面有个人信息",
              List.of(deliveries.toString()),
              "chmod 700 " + deliveries));
    }
  }

  /** A fault of the store as a finding. */
  static Finding of(HallException fault) {
    List<String> lines = String.valueOf(fault.getMessage()).lines().toList();
    List<String> details = lines.subList(1, lines.size());
    return fault.status() == ExitStatus.REFUSED
        ? Finding.damaged(lines.get(0), details, "")
        : Finding.configuration(lines.get(0), details, "");
  }
}
