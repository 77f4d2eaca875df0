"""The night of a city's service halls: wait for the deliveries, run the night, report what it published.

Business date: the parameter business_date, else the Shanghai day before the run's logical date. The
timetable has no interval on purpose: with one, a run triggered by hand blocks every later date.

Airflow variables (each can be an environment variable AIRFLOW_VAR_<NAME>):
  hall_home        folder of the program (the one that holds scripts/hall)
  hall_conf        the site's configuration folder
  hall_launch      empty: scripts/hall starts java itself; else how to submit, for example
                   "/opt/spark/bin/spark-submit --master spark://10.0.0.1:7077 --deploy-mode cluster"
  hall_options     further options of every verb, for example "--store /data/hall"; usually empty
  hall_start_date  first business date the schedule makes up for, 2026-10-01; without it nothing is scheduled:
                   a date of our own would publish days nobody asked for, and Airflow walks on from there
  hall_end_date    last one; empty in production
  hall_alert       a command that gets one line about a failed night on its standard input; may be empty
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import tempfile
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from airflow.sdk import (
    DAG,
    Asset,
    AssetAlias,
    BaseOperator,
    BaseSensorOperator,
    CronTriggerTimetable,
    Param,
    Variable,
    task,
)
from airflow.sdk.exceptions import AirflowException, AirflowFailException

SHANGHAI = ZoneInfo("Asia/Shanghai")
EDITIONS = AssetAlias("hall_editions")
OUTSIDE = 4  # an outside system failed, or another run holds the store
RETRIES = 3
WAIT_FOR_LOCK = "10m"
SECONDS_TO_END = 30


def variable(name: str) -> str:
    return (Variable.get(name, default="") or "").strip()


def midnight_half(day: str) -> datetime:
    """When the night of a business date starts: the next day, half past midnight."""
    following = datetime.strptime(day, "%Y-%m-%d") + timedelta(days=1)
    return following.replace(hour=0, minute=30, tzinfo=SHANGHAI)


def business_date(context) -> str:
    run = context["dag_run"]
    at = run.logical_date or run.run_after
    asked = context["params"].get("business_date")
    return asked or (at.astimezone(SHANGHAI) - timedelta(days=1)).strftime("%Y-%m-%d")


def command(*arguments: str) -> list[str]:
    home, conf = variable("hall_home"), variable("hall_conf")
    if not home or not conf:
        raise AirflowFailException(
            "变量 hall_home、hall_conf 未设置 [airflow-variable-missing]；在 Admin → Variables 填上。"
        )
    hall = str(Path(home) / "scripts" / "hall")
    return [hall, *arguments, "--conf", conf, *shlex.split(variable("hall_options"))]


def environment(launch: str = "") -> dict[str, str]:
    """Without Airflow's own secrets: the program needs none of them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("AIRFLOW", "_AIRFLOW"))}
    kept |= {"LC_ALL": "C.UTF-8"}
    if launch:
        program, *arguments = shlex.split(launch)
        kept |= {"HALL_SPARK_SUBMIT": program, "HALL_SPARK_ARGS": " ".join(arguments)}
    return kept


def status(*arguments: str) -> dict:
    """What hall status says, as JSON; a failure that may pass is tried again by Airflow."""
    done = subprocess.run(
        command("status", "--format", "json", *arguments),
        env=environment(),
        capture_output=True,
        text=True,
    )
    try:
        return json.loads(done.stdout)
    except ValueError as broken:
        said = last_line(done.stderr) or f"hall status ended with {done.returncode}"
        kind = AirflowException if done.returncode == OUTSIDE else AirflowFailException
        raise kind(said) from broken


def grain_of(period: str) -> str:
    """2026-10-31, 2026-10, 2026-Q3, 2026."""
    if "Q" in period:
        return "quarter"
    return {10: "day", 7: "month", 4: "year"}.get(len(period), "range")


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def tell(context) -> None:
    """One line about a failed night, to the log and to whom the site names."""
    cause = str(context.get("exception") or "").splitlines()
    line = f"hallmetrics {business_date(context)} {context['ti'].task_id}: {cause[0] if cause else '失败'}"
    print(line)
    alert = variable("hall_alert")
    if alert:
        subprocess.run(shlex.split(alert), input=line + "\n", text=True, check=True, timeout=60)


class Deliveries(BaseSensorOperator):
    """Waits until what is expected of the day lies in the inbox, or the conf's hour has come."""

    def poke(self, context) -> bool:
        day = business_date(context)
        seen = status("--date", day)
        missing = [one["title"] for one in seen["deliveries"] if not one["arrived"]]
        by = seen["deliveries_by"]
        if not missing:
            print(f"{day} 应报的都已到齐。 All expected deliveries are here.")
            return True
        if by is None or datetime.now(SHANGHAI) >= datetime.fromisoformat(by):
            print(f"{day} 未到：{'、'.join(missing)}；不再等，迟到的由下一晚读入。 Late ones come with the next night.")
            return True
        print(f"{day} 等待 {'、'.join(missing)}，至 {by}。 Waiting.")
        return False


class Night(BaseOperator):
    """Runs the night. Safe to repeat: the store's lock and its record decide a date once."""

    process: subprocess.Popen | None = None

    def execute(self, context) -> dict:
        day = business_date(context)
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder) / "record.json"
            launch = uuid.uuid4().hex
            code, said = self.run_night(day, record, launch, context["params"].get("accept_gate") or [])
            if record.exists():
                seen = json.loads(record.read_text(encoding="utf-8"))
            elif code in (0, 3):
                # the driver ran on another machine: its record lies in the store
                seen = status("--launch", launch)
            else:
                seen = {}
        return self.judged(day, code, seen, said)

    def run_night(self, day: str, record: Path, launch: str, gates: list[str]) -> tuple[int, str]:
        accepted = [word for gate in gates for word in ("--accept-gate", gate)]
        words = command("nightly", "--date", day, "--wait", WAIT_FOR_LOCK, "--record", str(record), *accepted)
        said = ""
        self.process = subprocess.Popen(
            words,
            env=environment(variable("hall_launch")) | {"HALL_LAUNCH": launch},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        for line in self.process.stdout:
            print(line, end="")
            said = line.strip() or said
        return self.process.wait(), said

    @staticmethod
    def judged(day: str, code: int, seen: dict, said: str) -> dict:
        cause = seen.get("cause") or said or f"hall nightly ended with {code}"
        outcome = seen.get("outcome", "")
        if code == 0 or (code == 3 and outcome.startswith("PUBLISHED")):
            refused = [
                f"{one['name']} [{one['code']}]" for one in seen.get("files", []) if one["state"] == "REFUSED"
            ]
            note = f"退回文件：{'、'.join(refused)}" if refused else ""
            return {
                "business_date": day,
                "outcome": outcome,
                "editions": seen.get("editions", []),
                "message": note or cause,
            }
        print(f"hall nightly ended with exit code {code}")
        if code == OUTSIDE or code < 0 or code > 128:
            raise AirflowException(cause)
        raise AirflowFailException(cause)

    def on_kill(self) -> None:
        """A task that is stopped stops its night: undecided, it leaves the store as it was."""
        night = self.process
        if night is None or night.poll() is not None:
            return
        os.killpg(night.pid, signal.SIGTERM)
        try:
            night.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            os.killpg(night.pid, signal.SIGKILL)


FIRST = variable("hall_start_date")

with DAG(
    dag_id="hall_nightly",
    description="政务服务指标夜间任务：等报送 → 跑一晚 → 报告",
    schedule=CronTriggerTimetable("30 0 * * *", timezone="Asia/Shanghai") if FIRST else None,
    start_date=midnight_half(FIRST) if FIRST else None,
    end_date=midnight_half(variable("hall_end_date")) if variable("hall_end_date") else None,
    catchup=True,
    max_active_runs=1,
    params={
        "business_date": Param(None, type=["null", "string"], format="date", title="业务日期"),
        "accept_gate": Param([], type="array", items={"type": "string"}, title="人工放行的闸门"),
    },
    default_args={"on_failure_callback": tell},
    tags=["hallmetrics"],
    doc_md=__doc__,
):
    deliveries = Deliveries(
        task_id="deliveries", mode="reschedule", poke_interval=60, timeout=24 * 3600, retries=RETRIES
    )
    night = Night(
        task_id="night",
        retries=RETRIES,
        retry_delay=timedelta(minutes=1),
        retry_exponential_backoff=True,
        max_retry_delay=timedelta(minutes=15),
    )

    @task(outlets=[EDITIONS], retries=RETRIES)
    def report(done: dict, *, outlet_events) -> dict:
        """An asset event for each edition that appeared; the run's outcome as its XCom."""
        for edition in done["editions"]:
            grain = grain_of(edition["period"])
            outlet_events[EDITIONS].add(
                Asset(name=f"hall_{grain}", uri=f"hall://editions/{grain}"),
                extra={"business_date": done["business_date"], **edition},
            )
        print(done["message"])
        names = [f"{edition['period']} 第{edition['edition']}版" for edition in done["editions"]]
        return done | {"editions": names}

    deliveries >> night
    report(night.output)
