# SPDX-License-Identifier: Apache-2.0
#
# What ./try and ./check share: looking at the system, installing packages, building. Sourced by
# bash, with the repository as the current folder and `set -euo pipefail` in force.
#
# Every refusal is made by fail(): what is wrong, where, and what to do about it.

readonly LOGS=build/logs
readonly SPACE_FOR_BUILD_MB=700
readonly SPACE_FOR_PACKAGES_MB=1500

say() { printf '==> %s\n' "$*"; }

# fail WHAT WHERE WHAT_TO_DO...
fail() {
  {
    printf '\nerror: %s\n' "$1"
    printf '  where:       %s\n' "$2"
    printf '  what to do:  %s\n' "$3"
    shift 3
    local line
    for line in "$@"; do printf '               %s\n' "$line"; done
  } >&2
  exit 1
}

# The build is made and tested on Debian 12. Elsewhere the user answers for the packages.
check_system() {
  if [ "${ISNAD_ANY_SYSTEM:-}" = 1 ]; then
    say "ISNAD_ANY_SYSTEM=1: taking the packages for granted"
    return
  fi
  local name="an unknown system" id="" codename=""
  if [ -r /etc/os-release ]; then
    name=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-unknown}")
    id=$(. /etc/os-release && printf '%s' "${ID:-}")
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  fi
  if [ "$id" != debian ] || [ "$codename" != bookworm ]; then
    fail "this is $name; isnad is built and tested on Debian 12 (bookworm)" "/etc/os-release" \
      "run this on Debian 12, or in a Debian 12 container or chroot;" \
      "or install the like of the packages in tools/packages*.txt yourself, then" \
      "ISNAD_ANY_SYSTEM=1 $0"
  fi
}

# check_space FOLDER MEGABYTES WHAT_FOR
check_space() {
  local free
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  if [ "$free" -lt "$2" ]; then
    fail "$free MB free, about $2 MB needed for $3" "$(df -P "$1" | awk 'NR == 2 { print $6 }')" \
      "free some space there, or clone the repository onto a larger disk"
  fi
}

check_folder() {
  if ! mkdir -p "$LOGS" 2>/dev/null || ! [ -w "$LOGS" ]; then
    fail "this folder cannot be written to" "$PWD/build" \
      "clone the repository into a folder of your own, or remove build/ if another user made it"
  fi
  check_space build "$SPACE_FOR_BUILD_MB" "the build"
}

# Names in the given lists that are not installed, one a line.
missing_packages() {
  local package status
  for package in $(sed 's/#.*//' "$@"); do
    status=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case "$status" in ii*) ;; *) printf '%s\n' "$package" ;; esac
  done
}

# Reads apt-get's words and says now and then how far it is.
show_apt_progress() {
  local line fetched=0 done=0 total=0
  while IFS= read -r line; do
    case "$line" in
      *" newly installed"*) total=${line%% newly installed*} total=${total##* } ;;
      Get:*) fetched=$((fetched + 1)); [ $((fetched % 25)) != 0 ] || echo "    fetched $fetched" ;;
      "Setting up "*)
        done=$((done + 1))
        [ $((done % 25)) != 0 ] && [ "$done" != "$total" ] || echo "    set up $done of $total" ;;
    esac
  done
}

# apt_get LOG ARGUMENT...: runs apt-get, all its words to the log.
apt_get() {
  local log=$1
  shift
  "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -y \
    -o Dpkg::Use-Pty=0 "$@" 2>&1 | tee "$log" | show_apt_progress
}

# install_packages LIST...
install_packages() {
  [ "${ISNAD_ANY_SYSTEM:-}" = 1 ] && return
  local missing
  missing=$(missing_packages "$@" | tr '\n' ' ')
  if [ -z "$missing" ]; then
    say "Packages: all there"
    return
  fi
  local command="apt-get install --no-install-recommends ${missing% }"
  say "Packages: installing ${missing% }"
  if [ "$(id -u)" = 0 ]; then
    AS_ROOT=()
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
    AS_ROOT=(sudo)
  else
    fail "packages are missing and only root can install them: ${missing% }" \
      "this system; you are $(id -un), without sudo" "as root, run:" "$command" "then run $0 again"
  fi
  check_space /var/cache "$SPACE_FOR_PACKAGES_MB" "the packages"
  apt_get "$LOGS/apt-update.log" update || true # an old list may still do
  # shellcheck disable=SC2086 # the names are words
  if ! apt_get "$LOGS/apt-install.log" install --no-install-recommends $missing; then
    tail -n 12 "$LOGS/apt-install.log" >&2
    fail "Debian's packages could not be installed: ${missing% }" \
      "apt-get; its words are above, all of them in $LOGS/apt-update.log and apt-install.log" \
      "see that this machine reaches a Debian mirror (apt-get update), then run $0 again;" \
      "without a network, install them from a local mirror: $command"
  fi
  local still
  still=$(missing_packages "$@" | tr '\n' ' ')
  [ -z "$still" ] || fail "still not installed: $still" "$LOGS/apt-install.log" "as root: $command"
}

# As many compilers at once as there are processors, and at most one for each GB of memory.
jobs_at_once() {
  local cpus memory
  cpus=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
  [ -n "$memory" ] && [ "$memory" -ge 1 ] || memory=1
  [ "$memory" -lt "$cpus" ] && cpus=$memory
  printf '%s' "$cpus"
}

# build_preset PRESET OPTION...: configures and builds build/PRESET.
build_preset() {
  local preset=$1
  shift
  say "Configuring build/$preset"
  if ! cmake --preset "$preset" "$@" >"$LOGS/configure-$preset.log" 2>&1; then
    tail -n 20 "$LOGS/configure-$preset.log" >&2
    fail "the build could not be configured" "$LOGS/configure-$preset.log" \
      "if this folder was moved or copied here: rm -r build/$preset, and run $0 again"
  fi
  say "Building build/$preset (the first time takes some minutes)"
  if ! cmake --build "build/$preset" -j "$(jobs_at_once)"; then
    fail "the build failed" "build/$preset; the words of the compiler are above" \
      "if it was killed for want of memory, run $0 again: it goes on where it stopped;" \
      "else please report the first error above"
  fi
}
