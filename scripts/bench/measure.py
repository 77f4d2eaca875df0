"""Runs commands in turn, several rounds, and tells what each cost: measure.py ROUNDS NAME=COMMAND ...
A command is a shell line. Printed as CSV, the medians of all rounds: name, wall and CPU seconds (user and system
of all its processes), greatest resident memory of one of its processes in MB. A command that fails ends it."""

import os
import statistics
import subprocess
import sys
import time


def once(command, log):
    started = time.monotonic()
    child = subprocess.Popen(["bash", "-c", command], stdout=log, stderr=log)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command}\nended with {child.returncode}, see {log.name}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(rounds, *named):
    commands = [part.split("=", 1) for part in named]
    seen = {name: [] for name, _ in commands}
    with open(os.environ.get("MEASURE_LOG", os.devnull), "a") as log:
        for _ in range(int(rounds)):
            for name, command in commands:
                seen[name].append(once(command, log))
    for name, runs in seen.items():
        wall, cpu, rss = (statistics.median(column) for column in zip(*runs))
        print(f"{name},{wall:.2f},{cpu:.2f},{rss:.0f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
