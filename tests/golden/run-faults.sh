#!/bin/bash
# run-faults.sh BUILD - a close in which one call fails, lies or is never
# reached.  Whatever it was: the last good revision stands untouched, the
# status tells a failure, verify finds nothing wrong, and the next run ends with
# the very bytes of one that nothing disturbed.
#
# FAULTS=whole tries up to forty calls of each kind and program (`make faults`);
# else a few.
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -u

cd "$(dirname "$0")/../.." || exit 66
. tests/golden/told.sh
whole=${FAULTS:-}
# a copy: what is built meanwhile is another program, and another revision
mkdir "$scratch/build"
cp -R "$build/bin" "$build/share" "$build/tests/faults" "$scratch/build"
build=$scratch/build
bokslut=$build/bin/bokslut
export ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0

# faulty FAULT COMMAND…: with one fault in it.
faulty()
{
	local fault=$1
	shift
	FAULT=$fault LD_PRELOAD=$build/faults/fault.so "$@"
}
close_of() # WORKSPACE ARGUMENT…
{
	local folder=$1
	shift
	"$bokslut" -C "$folder" run 2025-T1 prognosrapport "$@"
}
# digests FOLDER: of every file below it, by name.
digests()
{
	(cd "$1" && find . -type f | LC_ALL=C sort | xargs sha256sum)
}

# --- a close that was made once, and whose export has changed since
mkdir "$scratch/base"
cp -R rules templates input "$scratch/base"
close_of "$scratch/base" >"$scratch/log" 2>&1
sed -i 's/;74;/;81;/' "$scratch/base/input/2025-T1/quality/indikatorer.csv"
made=output/2025-T1/prognosrapport
first=$(digests "$scratch/base/$made/r1")

# undisturbed FOLDER COMMAND…: what comes of it, and how many calls it makes.
cp -a "$scratch/base" "$scratch/good"
FAULT_COUNTS=$scratch/counts LD_PRELOAD=$build/faults/fault.so \
	"$bokslut" -C "$scratch/good" run 2025-T1 prognosrapport >"$scratch/log" 2>&1
told "undisturbed: a second revision" r2 "$(readlink "$scratch/good/$made/latest")"
second=$(digests "$scratch/good/$made/r2")
calls() # PROGRAM CALL
{
	sed -n "s/^$1 $2 //p" "$scratch/counts" | sort -n | tail -1
}

# fails STATUS…: what was tried may end so.
injected=0
survived=0
lost()
{
	echo "not ok - $fault: $1"
	sed 's/^/    /' "$scratch/stderr" | head -5
	sound=no
}
# holds: what must hold after it, whatever it was.
holds()
{
	[ "$first" = "$(digests "$work/$made/r1")" ] || lost "r1 was touched"
	"$bokslut" -C "$work" verify >"$scratch/verify" 2>&1 ||
		lost "verify: $(tail -1 "$scratch/verify")"
	close_of "$work" >"$scratch/again" 2>&1 ||
		lost "the next run: $(cat "$scratch/again")"
	[ "$second" = "$(digests "$work/$made/r2")" ] || lost "r2 is another"
	[ "$(readlink "$work/$made/latest")" = r2 ] || lost "latest is not r2"
	"$bokslut" -C "$work" verify >"$scratch/verify" 2>&1 ||
		lost "verify in the end: $(tail -1 "$scratch/verify")"
	[ -z "$(find "$work/output" -name '*.part' -o -name next)" ] ||
		lost "left behind: $(find "$work/output" -name '*.part' -o -name next)"
}
# inject STATUSES FAULT [COMMAND…]: STATUSES is a pattern of statuses, of which
# 0 demands that the revision is there and right.
inject()
{
	wanted=$1
	fault=$2
	shift 2
	work=$scratch/work
	sound=yes
	rm -rf "$work"
	cp -a "$scratch/base" "$work"
	faulty "$fault" "${@:-close_of}" "$work" >"$scratch/stdout" 2>"$scratch/stderr"
	status=$?
	[[ $status =~ ^($wanted)$ ]] || lost "ended with $status"
	if [ "$status" = 0 ]; then
		[ "$second" = "$(digests "$work/$made/r2" 2>/dev/null)" ] ||
			lost "ended with 0 without a revision"
	elif [ "$status" -lt 128 ] && [ ! -s "$scratch/stderr" ]; then
		lost "nothing was told"
	fi
	holds
	injected=$((injected + 1))
	[ $sound = no ] || survived=$((survived + 1))
}

# A few calls are those of the driver and of the last stage; whole, of all.
swept="bokslut bokslut-typeset"
[ "$whole" != whole ] || swept="bokslut bokslut-ingest bokslut-assess bokslut-compose bokslut-typeset"

# sweep LABEL STATUSES CALL WHAT FEW: each such call of each program; without
# FAULTS=whole, FEW of them; at most 40, spread evenly.
sweep()
{
	label=$1
	statuses=$2
	call=$3
	what=$4
	few=$5
	injected=0
	survived=0
	for program in $swept; do
		count=$(calls "$program" "$call")
		if [ "${count:-0}" = 0 ]; then
			echo "not ok - $program makes no call of $call"
			injected=$((injected + 1))
			continue
		fi
		tries=$few
		[ "$whole" != whole ] || tries=40
		step=$((count / tries + 1))
		for ((n = (step + 1) / 2; n >= 1 && n <= count; n += step)); do
			inject "$statuses" "$program:$call:$n:$what"
		done
	done
	told "$label: injected and survived" "$injected" "$survived"
	echo "  $label: $injected injected, $survived survived"
}

# 1 the disk is full, 16 a disk that lies
sweep "disk full at a write" '73|74' write ENOSPC 1
sweep "a write that was never done" '73|74' write LIE 1
# 4 input and output errors, 6 and 7 fsync of files and folders
sweep "a read that fails" '0|65|66|7[034]|78' read EIO 1
sweep "an fsync that fails" '73|74' fsync EIO 1
# 8 rename, 12 kill -9 before each change
sweep "a rename that fails" '73|74' rename EACCES 1
sweep "killed" '70|137' change KILL 2
# 15 nothing can be written
injected=0
survived=0
for program in bokslut bokslut-ingest bokslut-compose; do
	inject '73|74' "$program:change:1+:EROFS"
done
told "read-only output: injected and survived" "$injected" "$survived"
if [ "$whole" = whole ]; then
	# 5 short and interrupted writes, 9 close, 10 too many files, 11 memory
	sweep "a short write" 0 write SHORT 1
	sweep "an interrupted write" 0 write EINTR 1
	sweep "too many open files" '0|6[456]|7[034578]' open EMFILE 1
	sweep "a close that fails" '0|6[456]|7[0345]' close EIO 1
	injected=0
	survived=0
	for program in bokslut bokslut-ingest bokslut-assess bokslut-compose bokslut-typeset; do
		count=$(calls $program malloc)
		for ((n = 40; n <= count; n += count / 40 + 1)); do
			inject '0|6[456]|7[03458]|13[49]' "$program:malloc:$n:ENOMEM"
		done
	done
	told "no memory: injected and survived" "$injected" "$survived"
	echo "  no memory: $injected injected, $survived survived"
fi

# 2, 3 and 14 want file systems of their own: where none can be mounted, no
# test is counted, and it is told
mounted()
{
	mkdir -p "$scratch/mount"
	mount "$@" "$scratch/mount" 2>/dev/null
}
crowded() # WORKSPACE: its output on a file system that a close does not fit on
{
	cp -a "$1/output/." "$scratch/mount"
	[ "$crowd" != bytes ] || head -c 3M /dev/zero >"$scratch/mount/store/filler"
	mount --bind "$scratch/mount" "$1/output"
	close_of "$1"
	ended=$?
	umount "$1/output"
	rm -f "$scratch/mount/store/filler"
	rm -r "$1/output"
	cp -a "$scratch/mount" "$1/output"
	return $ended
}
power_cut() # SECONDS: a copy of the disk as it is then, beneath a running close
{
	truncate -s 64M "$scratch/disk"
	mkfs.ext4 -q -F "$scratch/disk"
	mounted -o loop,commit=300 "$scratch/disk" || return 1
	cp -a "$scratch/base/." "$scratch/mount"
	sync -f "$scratch/mount"
	close_of "$scratch/mount" >"$scratch/stdout" 2>"$scratch/stderr" &
	sleep "$1"
	cp "$scratch/disk" "$scratch/crash"
	wait $!
	umount "$scratch/mount"
	mounted -o loop "$scratch/crash" || return 1
	rm -rf "$work"
	cp -a "$scratch/mount" "$work"
	umount "$scratch/mount"
	rm -rf "$work/lost+found"
}
if [ "$whole" = whole ] && mounted -t tmpfs tmpfs; then
	umount "$scratch/mount"
	injected=0
	survived=0
	for crowd in bytes inodes; do
		room=size=18m
		[ $crowd = bytes ] || room=nr_inodes=$(($(find "$scratch/base/output" | wc -l) + 6))
		mounted -t tmpfs -o "$room" tmpfs
		inject '73|74' "$crowd:full:0:none" crowded
		umount "$scratch/mount"
	done
	told "full disk: injected and survived" "$injected" "$survived"
	injected=0
	survived=0
	for after in 0.02 0.04 0.06 0.08 0.1 0.12 0.14 0.16 0.2 0.4; do
		fault="power cut after $after s"
		sound=yes
		power_cut $after || lost "no such disk can be mounted"
		holds
		injected=$((injected + 1))
		[ $sound = no ] || survived=$((survived + 1))
	done
	told "power cut: injected and survived" "$injected" "$survived"
	echo "  power cut: $injected injected, $survived survived"
elif [ "$whole" = whole ]; then
	echo "  full disk, power cut: not tried, nothing can be mounted here"
fi

# 13 a run that is told to stop
injected=0
survived=0
stop() # SIGNAL AFTER WORKSPACE
{
	setsid "$bokslut" -C "$3" run 2025-T1 prognosrapport &
	sleep "$2"
	kill "-$1" -- "-$!" 2>/dev/null
	wait $!
}
for after in 0.02 0.07; do
	for signal in TERM INT; do
		inject '0|70|130|143' "none:none:0:none" stop $signal $after
		[ "$whole" = whole ] || break
	done
done
told "told to stop: injected and survived" "$injected" "$survived"

# 18 two runs at once
work=$scratch/work
rm -rf "$work"
cp -a "$scratch/base" "$work"
close_of "$work" >"$scratch/one" 2>&1 &
close_of "$work" >"$scratch/other" 2>&1
other=$?
wait $!
told "two at once: each makes it or stands back" yes \
	"$([[ "$? $other" =~ ^(0|75)\ (0|75)$ ]] && echo yes)"
told "they made one revision" "$second r2" "$(digests "$work/$made/r2") $(readlink "$work/$made/latest")"

# 22 the clock: nights of summer time, the last day of the year, a leap day, and
# a day earlier than that of the first revision
for moment in '2026-03-29 01:59:59' '2026-10-25 02:30:00' '2026-12-31 23:59:59' '2028-02-29 00:00:00' -1d; do
	rm -rf "$work"
	cp -a "$scratch/base" "$work"
	env TZ=Europe/Stockholm NO_FAKE_STAT=1 faketime -f "${moment/#2/@2}" \
		"$bokslut" -C "$work" run 2025-T1 prognosrapport >"$scratch/log" 2>&1
	told "at $moment" "0 $second" "$? $(digests "$work/$made/r2")"
done
sum_up
