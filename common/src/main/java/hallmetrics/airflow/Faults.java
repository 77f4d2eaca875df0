package hallmetrics.airflow;

import hallmetrics.fault.ExitStatus;
import hallmetrics.fault.HallException;
import org.jspecify.annotations.Nullable;

/** What can go wrong between us and Airflow, as a clerk reads it. Messages come without secrets. */
final class Faults {
  private final AirflowAccess access;

  Faults(AirflowAccess access) {
    this.access = access;
  }

  HallException unreachable(Ask ask, Answer last, String why) {
    return fault(
        "airflow-unreachable",
        "Airflow 没有应答",
        "Airflow did not answer: " + last + because(why),
        ask.name(),
        "看 api-server 是否在运行、地址和防火墙是否放行；恢复后重跑同一条命令，不会重复触发。");
  }

  HallException login(Answer answer, String why) {
    if (answer.status() == 404 || answer.status() == 405) {
      return unfit("这个地址没有 Airflow 3 的登录接口", "no login of Airflow 3 at this address");
    }
    if (answer.done() || (answer.status() >= 300 && answer.status() < 400)) {
      return fault(
          "airflow-answer",
          "登录时收到的不是 Airflow 的应答",
          "the login's answer is not Airflow's: " + answer + because(why),
          null,
          "核对地址：它应是 Airflow api-server 本身，不是登录页或代理。");
    }
    return spent(answer, why);
  }

  /** The token or the password is not taken, also after logging in anew. */
  HallException spent(Answer answer, String why) {
    boolean token = access.tokenFile() != null;
    return fault(
        "airflow-login",
        token ? "Airflow 不认这个令牌（过期或不对）" : "登录 Airflow 失败，用户 " + access.user(),
        "Airflow refused the login: " + answer + because(why),
        token ? String.valueOf(access.tokenFile()) : String.valueOf(access.passwordFile()),
        token ? "换一个新令牌写进这个文件，再重跑。" : "核对用户名和口令文件，再重跑。");
  }

  HallException forbidden(Ask ask, String why) {
    return fault(
        "airflow-forbidden",
        access.user() == null ? "这个令牌在 Airflow 里没有权限" : "用户 " + access.user() + " 在 Airflow 里没有权限",
        "the Airflow user may not do this: HTTP 403" + because(why),
        ask.name(),
        "请 Airflow 管理员给这个用户触发和查看 " + access.dag() + " 的角色（如 Op），再重跑。");
  }

  HallException answer(Ask ask, Answer answer, String why) {
    return fault(
        "airflow-answer",
        "Airflow 的应答不是约定的样子",
        "unexpected answer of Airflow: " + answer + because(why),
        ask.name(),
        "核对地址与 Airflow 版本；仍不行，把这几行连同 Airflow 日志交给维护者。");
  }

  HallException unfit(String chinese, String english) {
    return fault(
        "airflow-unfit", chinese, english, null, "需要 Airflow 3.2.2 或以上（建议 3.3.2）：升级，或改正地址后重跑。");
  }

  HallException dag(String code, String chinese, String english, String next) {
    return fault(code, chinese, english, "DAG " + access.dag(), next);
  }

  private HallException fault(
      String code, String chinese, String english, @Nullable String where, String next) {
    return HallException.of(code, ExitStatus.OUTSIDE, chinese)
        .english(english)
        .where(access.url() + (where == null ? "" : "，" + where))
        .next(next)
        .build();
  }

  private static String because(String why) {
    return why.isEmpty() ? "" : ", " + why;
  }
}
