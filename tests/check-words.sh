#!/bin/sh
# Functions that are banned, promises not kept, and what must not be told.
set -eu
wrong=0

complain() {
	[ -z "$1" ] || { echo "$1"; wrong=1; }
}

banned='strcpy|strcat|strncpy|strncat|strtok|strtok_r|sprintf|vsprintf|gets|gmtime|localtime|ctime|asctime|mktime|strftime|atoi|atol|atof|strtod|strtof|rand|srand|system|tmpnam'
complain "$(grep -nE "(^|[^a-z_0-9.>\"])($banned) ?\(" pipeline/*/*.[ch] |
	grep -vE ':[0-9]+:[[:space:]]*(\*|/\*)' |
	grep -vE '^pipeline/lib/lua_[a-z]*\.c:[0-9]+:.*strtod' || true)"
# exit() is for main() alone; msg_status() gives the status
complain "$(grep -nE '(^|[^_a-z])exit ?\(' pipeline/*/*.c || true)"
complain "$(grep -rnE 'TODO|FIXME|HACK|[^X]XXX[^X]' pipeline rules templates tests \
	Makefile --exclude=check-words.sh || true)"
# The clock is for the driver alone: opened, deadline, journal.
complain "$(grep -nE '(^|[^_a-z])(time|clock_gettime|gettimeofday) ?\(' \
	pipeline/*/*.c | grep -v '^pipeline/bokslut/' || true)"
exit $wrong
