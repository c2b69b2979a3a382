#!/bin/sh
# enter.sh ROOT DISPLAY: makes ROOT the root of this mount namespace and tests the package inside. A chroot would not do:
# the kernel gives no user namespace, and with it no sandbox, to a process whose root is not that of its namespace.
set -eu
root=$1 display=$2
mount --make-rprivate /
mount --bind "$root" "$root"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
mkdir -p "$root/old-root" "$root/dev" "$root/proc" "$root/sys" "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
mkdir -p "$root/dev/shm" "$root/dev/pts"
for node in null zero full random urandom tty; do
  touch "$root/dev/$node"
  mount --bind "/dev/$node" "$root/dev/$node"
done
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t proc proc "$root/proc"
cd "$root"
pivot_root . old-root
mkdir -p /tmp/.X11-unix
mount --bind /old-root/tmp/.X11-unix /tmp/.X11-unix
umount -l /old-root
rmdir /old-root
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DISPLAY="$display" LC_ALL=C.UTF-8 sh /inside.sh
