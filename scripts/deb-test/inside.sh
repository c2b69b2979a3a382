#!/bin/sh
# Runs as root inside the bare system: install, start, upgrade, remove. The first thing that is not so ends it.
set -eu
export DEBIAN_FRONTEND=noninteractive
say() { echo "Deb: $*"; }
fail() { echo "Deb: $*" >&2; exit 1; }
install() { apt-get install -y -q --no-install-recommends "$1" >/tmp/apt.log 2>&1 || { tail -20 /tmp/apt.log; fail "$1 does not install"; }; }
# A person's own user, without any right of root's.
as_user() { setpriv --reuid 1000 --regid 1000 --clear-groups --no-new-privs env HOME=/home/person "$@"; }

apt-get update -q >/tmp/apt.log 2>&1 || { tail -5 /tmp/apt.log; fail 'no mirror answers'; }
useradd --uid 1000 --create-home person
install /old.deb
old=$(dpkg-query -W -f '${Version}' bufferscope)
[ -e /opt/Bufferscope/of-an-older-version ] || fail 'the older version is not whole'
say "installed $old"

[ "$(readlink -f /usr/bin/bufferscope)" = /opt/Bufferscope/bufferscope ] || fail 'no bufferscope on the PATH'
grep -q '/opt/Bufferscope/bufferscope' /opt/Bufferscope/resources/apparmor-profile ||
  fail 'the AppArmor profile names another path than the one installed'
as_user bufferscope cli --help >/tmp/help || fail 'bufferscope cli --help does not answer'
began=$(date +%s%N)
as_user env LANG=C bufferscope --check --json >/tmp/check || fail "the check found something broken: $(cat /tmp/check)"
took=$((($(date +%s%N) - began) / 1000000))
tr -d ' \n' </tmp/check | grep -q '"state":"right","found":"on","values":{},"line":"sandbox"' ||
  fail "no sandbox: $(cat /tmp/check)"
say "every line of --check works, with the sandbox on, in $took ms"

run() {
  as_user bufferscope --headless --quiet --verify --sample-seconds 10 --speed 4 --out "/home/person/$1" ||
    fail "the comparison ended with $?"
  [ -s "/home/person/$1/report.json" ] || fail 'the comparison wrote no report'
}
run before
say 'the comparison ran to its end'

install /new.deb
new=$(dpkg-query -W -f '${Version}' bufferscope)
[ "$new" != "$old" ] || fail 'the upgrade changed nothing'
[ ! -e /opt/Bufferscope/of-an-older-version ] || fail 'the upgrade left a file of the older version'
[ -x /usr/bin/bufferscope ] || fail 'the upgrade took bufferscope off the PATH'
run after
say "upgraded to $new, which runs the comparison too"

apt-get purge -y -q bufferscope >/tmp/apt.log 2>&1 || fail 'it cannot be removed'
left=$(find / -xdev -ipath '*bufferscope*' -not -path '/home/*' -not -path '/proc/*' -not -path '/tmp/*' 2>/dev/null || true)
[ -z "$left" ] || fail "removal left: $left"
left=$(grep -rli bufferscope /etc /usr/share/mime /usr/share/applications /var/lib/dpkg/status /var/lib/dpkg/alternatives 2>/dev/null || true)
[ -z "$left" ] || fail "removal left its name in: $left"
[ -s /home/person/after/report.json ] || fail "removal took the person's own files"
[ -d /home/person/.config/Bufferscope ] || fail "removal took the person's settings"
say 'removed without a trace but what is the person'"'"'s'
