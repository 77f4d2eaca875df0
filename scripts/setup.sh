# Sourced by the scripts beside it: finds or installs a JDK and Maven, builds the program.
# Messages go to stderr, so that a verb's table stays clean on stdout.

export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dist=$root/jobs/target/dist

say() { printf '%s\n' "$*" >&2; }

# The feature version of a JDK's home: 8 for 1.8.0, 17 for 17.0.15; empty where its java does not run.
# The file release answers at once; starting java would cost every verb 50 ms.
java_version() {
  { cat "$1/release" 2>/dev/null || "$1/bin/java" -version 2>&1; } |
    sed -n -e 's/^JAVA_VERSION=/version /' -e 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1
}

fits() { [ -n "$1" ] && [ "$1" -ge 17 ] && [ "$1" -lt 24 ]; }

refuse_java() { # version, path
  say "错误：$2 是 JDK $1，不合用 [jdk-unfit]；请用 JDK 17 或 21（24 及以上版本中 Spark 4.1 的 Hadoop 一写文件就失败）。" \
    "JDK $1 does not fit: use JDK 17 or 21 and set JAVA_HOME (on 24 and newer Hadoop 3.4.2 of Spark 4.1 fails at the first file write)."
  exit 2
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_updated=
install_package() { # package
  if [ -z "$apt_updated" ]; then
    apt-get update -q >&2 || say "apt-get update 失败，用现有的软件目录继续。 apt-get update failed, going on with the lists at hand."
    apt_updated=yes
  fi
  say "正在安装软件包 $1 …… Installing the package $1"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$1" >&2
}

# What to type where we do not install by ourselves.
install_line() {
  if command -v apt-get >/dev/null 2>&1; then
    echo "sudo apt-get install -y openjdk-17-jdk-headless maven   # Debian 13: openjdk-21-jdk-headless"
  elif command -v dnf >/dev/null 2>&1; then
    echo "sudo dnf install -y java-17-openjdk-devel maven"
  elif command -v zypper >/dev/null 2>&1; then
    echo "sudo zypper install -y java-17-openjdk-devel maven"
  elif command -v brew >/dev/null 2>&1; then
    echo "brew install openjdk@17 maven"
  else
    echo "install a JDK 17 or 21 and Maven 3.8.7 or newer, then set JAVA_HOME"
  fi
}

# A fitting JDK among those unpacked in the usual folder; $1 = the program it must have.
search_jdk() {
  local home
  for home in /usr/lib/jvm/*17* /usr/lib/jvm/*21* /usr/lib/jvm/*; do
    if [ -x "$home/bin/$1" ] && [ -x "$home/bin/java" ] && fits "$(java_version "$home")"; then
      echo "$home"
      return 0
    fi
  done
  return 1
}

# Sets java_home to a home with the program $1 (java to run, javac to build) or ends the script.
find_java() {
  local program=$1 path version=
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    version=$(java_version "$JAVA_HOME")
    fits "$version" || refuse_java "${version:-?}" "$JAVA_HOME"
    if [ -x "$JAVA_HOME/bin/$program" ]; then
      java_home=$JAVA_HOME
      return
    fi
  fi
  if path=$(command -v "$program"); then
    path=$(readlink -f "$path")
    java_home=${path%/bin/"$program"}
    version=$(java_version "$java_home")
    if fits "$version"; then return; fi
  fi
  if java_home=$(search_jdk "$program"); then return; fi
  [ -z "$version" ] || fits "$version" || refuse_java "$version" "${path:-java}"
  if can_install; then
    install_package openjdk-17-jdk-headless || install_package openjdk-21-jdk-headless || true
    if java_home=$(search_jdk "$program"); then return; fi
  fi
  say "错误：没有找到 JDK 17 或 21。 No JDK 17 or 21 found. → $(install_line)"
  exit 2
}

find_maven() {
  command -v mvn >/dev/null 2>&1 && return
  if can_install && install_package maven && command -v mvn >/dev/null 2>&1; then return; fi
  say "错误：没有找到 Maven。 Maven is missing. → $(install_line)"
  exit 2
}

# True where hall.jar is missing or older than something it is made of.
stale() {
  [ -f "$dist/hall.jar" ] || return 0
  [ -n "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$dist/hall.jar" -print -quit)" ]
}

build() {
  local started=$SECONDS log=$root/target/build.log
  mkdir -p "$root/target"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$root/target/build.lock"
    flock 9
    if ! stale; then
      exec 9>&-
      return
    fi
  fi
  find_java javac
  find_maven
  say "正在构建程序（首次要下载依赖，约需几分钟）…… Building (the first time downloads dependencies)"
  if ! (cd "$root" && JAVA_HOME=$java_home mvn -B -q -Dcheck.skip -DskipTests package 9>&-) >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    if grep -qE 'Could not (transfer|resolve)|Failed to (collect|read artifact)' "$log"; then
      say "错误：下载依赖失败，请检查到 Maven 仓库的网络。 Dependencies could not be downloaded. → target/build.log"
      exit 4
    fi
    say "错误：构建失败。 The build failed. → target/build.log"
    exit 5
  fi
  # Maven leaves a jar alone whose content is the same: sources that are only younger would be built at every call
  touch "$dist/hall.jar"
  say "构建完成，用时 $((SECONDS - started)) 秒。 Built in $((SECONDS - started)) s."
  if command -v flock >/dev/null 2>&1; then exec 9>&-; fi
}
