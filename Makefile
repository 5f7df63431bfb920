# bokslut - make run closes the sample municipality, make check tests it all.
#
#	make            build into build/ (programs in build/bin/)
#	make run        install what is missing, build, close what is due
#	make check      install what is missing, run every gate and test
#	make deps       only install the packages that building and running need
#	make install    DESTDIR=… PREFIX=…  programs, manual, schemas, sample rules
#	make man        write the manual pages into build/share/man
#	make bench-ingest  time it against bare libcsv
#	make bench-assess  time its tables against plain Lua functions
#	make bench-typeset  the same against bare libharu
#	make bench-night  a night in which nothing has changed
#	make faults     close with each call failing in turn
#	make property   set SEEDS random tables and judge their pages
#	make fuzz       feed each door with noise for FUZZ_SECONDS (default 30)
#	make clean

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
CC = gcc
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:
.SUFFIXES:

# V=1 shows every command whole.
Q = $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)")

VERSION := 0.1.0

# --- what a Debian 12 machine needs (no .pc file for libcsv, libhpdf, hyphen)
RUN_PACKAGES = gcc libc6-dev make gettext libcsv-dev liblua5.4-dev \
	libxml2-dev libhpdf-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
	libhyphen-dev hyphen-sv libdeflate-dev libssl-dev fonts-liberation2 \
	icc-profiles-free
CHECK_PACKAGES = clang clang-format clang-tidy cppcheck pmccabe shellcheck \
	lua-check codespell libcmocka-dev libxml2-utils poppler-utils qpdf \
	faketime mandoc python3

# --- flags
WARNINGS = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition -Wvla \
	-Wwrite-strings -Wpointer-arith -Wformat=2 -Wundef \
	-Wimplicit-fallthrough -Wcast-qual -Wdeclaration-after-statement \
	-Werror
OPTIMIZE = -O2 -g
SANITIZE =
CPPFLAGS = -Ipipeline -isystem /usr/include/libxml2 \
	-isystem /usr/include/lua5.4 -D_GNU_SOURCE -DVERSION='"$(VERSION)"'
CFLAGS = $(WARNINGS) $(OPTIMIZE) -fno-common $(SANITIZE) \
	-ffile-prefix-map=$(CURDIR)=.
LDFLAGS = $(SANITIZE) -Wl,--as-needed
LIBS = -lcsv -llua5.4 -lxml2 -lhpdf -lcmark-gfm-extensions -lcmark-gfm \
	-lhyphen -ldeflate -lcrypto -lm

# --- files: a folder under pipeline/ is a library of that name
FOLDERS = lib model ingest assess compose typeset bokslut
STAGES = ingest assess compose typeset
PROGRAMS = $(BUILD)/bin/bokslut $(STAGES:%=$(BUILD)/bin/bokslut-%)
SOURCES = $(wildcard $(FOLDERS:%=pipeline/%/*.c))
HEADERS = $(wildcard $(FOLDERS:%=pipeline/%/*.h))
TEST_SOURCES = $(wildcard tests/*/*.c)
SCHEMAS = $(wildcard pipeline/schema/*.xsd)
CATALOGUES = $(patsubst pipeline/lang/%.po,\
	$(BUILD)/share/bokslut/locale/%/LC_MESSAGES/bokslut.mo,\
	$(wildcard pipeline/lang/*.po))
object = $(patsubst %,$(BUILD)/%.o,$(basename $(1)))
objects_of = $(call object,$(filter-out pipeline/$(1)/$(1).c,\
	$(wildcard pipeline/$(1)/*.c)))

all: $(PROGRAMS) $(CATALOGUES) $(BUILD)/share/bokslut/start

# --- what `bokslut init` begins with: its own files, and those of every look
START = $(shell find pipeline/start -type f)
LOOK = templates/house-style.xml templates/hyphenation-sv.txt templates/lang
$(BUILD)/share/bokslut/start: $(START) $(wildcard $(LOOK) templates/lang/*)
	@rm -rf $@
	@mkdir -p $(@D)
	$(call say,cp $@)
	$(Q)cp -R pipeline/start $@
	$(Q)for language in $@/*; do cp -R $(LOOK) $$language/templates; done
	@touch $@

# --- building
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc $<)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/pipeline/schema/schema.o: pipeline/schema/schema.S $(SCHEMAS)
	@mkdir -p $(@D)
	$(call say,cc $<)
	$(Q)$(CC) -c -o $@ $<

-include $(patsubst %.o,%.d,$(call object,$(SOURCES) $(TEST_SOURCES)))

$(BUILD)/lib.a: $(call objects_of,lib)
$(BUILD)/model.a: $(call objects_of,model) $(BUILD)/pipeline/schema/schema.o
$(BUILD)/ingest.a: $(call objects_of,ingest)
$(BUILD)/assess.a: $(call objects_of,assess)
$(BUILD)/compose.a: $(call objects_of,compose)
$(BUILD)/typeset.a: $(call objects_of,typeset)
$(BUILD)/bokslut.a: $(call objects_of,bokslut)
$(FOLDERS:%=$(BUILD)/%.a):
	@mkdir -p $(@D)
	@rm -f $@
	$(Q)ar rcsD $@ $^

$(BUILD)/bin/bokslut: $(BUILD)/pipeline/bokslut/bokslut.o $(BUILD)/bokslut.a
$(foreach stage,$(STAGES),$(eval $(BUILD)/bin/bokslut-$(stage): \
	$(BUILD)/pipeline/$(stage)/$(stage).o $(BUILD)/$(stage).a))
$(PROGRAMS): $(BUILD)/model.a $(BUILD)/lib.a
	@mkdir -p $(@D)
	$(call say,ld $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) \
		$(filter-out %/model.a %/lib.a,$(filter %.a,$^)) \
		$(BUILD)/model.a $(BUILD)/lib.a $(LIBS)

$(BUILD)/share/bokslut/locale/%/LC_MESSAGES/bokslut.mo: pipeline/lang/%.po
	@mkdir -p $(@D)
	$(call say,po $<)
	$(Q)msgfmt --check -o $@ $<

# --- manual pages, printed by the programs from what --help is printed from
COMMANDS = $(shell sed -n 's/.*{ \.name = "\([a-z]*\)".*/\1/p' \
	pipeline/bokslut/command.c)
PAGES = bokslut $(COMMANDS:%=bokslut-%) $(STAGES:%=bokslut-%)
MAN = $(BUILD)/share/man
MAN_PAGES = $(PAGES:%=$(MAN)/man1/%.1) $(PAGES:%=$(MAN)/sv/man1/%.1)
page_of = $(BUILD)/bin/$(if $(filter $(1:bokslut-%=%),$(COMMANDS)),bokslut \
	$(1:bokslut-%=%),$(1))
$(MAN)/man1/%.1: $(PROGRAMS) $(CATALOGUES)
	@mkdir -p $(@D)
	$(Q)$(call page_of,$*) --man --lang en >$@
$(MAN)/sv/man1/%.1: $(PROGRAMS) $(CATALOGUES)
	@mkdir -p $(@D)
	$(Q)$(call page_of,$*) --man --lang sv >$@

man: $(MAN_PAGES)

# --- unit tests: one program a file, linked with everything but the mains
UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,\
	$(wildcard tests/unit/test_*.c))
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(STAGES:%=$(BUILD)/%.a) \
		$(BUILD)/bokslut.a $(BUILD)/model.a $(BUILD)/lib.a
	$(call say,ld $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)
.PRECIOUS: $(BUILD)/tests/unit/%.o

# --- a library that lets a call of any program fail; a sanitizer has malloc
FAULT = $(BUILD)/tests/faults/fault.so
$(FAULT): tests/faults/fault.c
	@mkdir -p $(@D)
	$(call say,ld $@)
	$(Q)$(CC) $(CPPFLAGS) $(WARNINGS) $(OPTIMIZE) -shared -fPIC \
		$(if $(SANITIZE),-DFAULT_KEEPS_MALLOC) -o $@ $< -ldl

# --- running
run: deps all
	$(BUILD)/bin/bokslut run

# --- installing what is missing
define install_packages
	@missing=$$(dpkg-query -W -f '$${db:Status-Status} $${Package}\n' $(1) \
		2>/dev/null | awk '$$1 == "installed" { print $$2 }' | sort >$(2).have; \
		printf '%s\n' $(1) | sort | comm -23 - $(2).have); rm -f $(2).have; \
	if [ -n "$$missing" ]; then \
		sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		echo "installing Debian packages:" $$missing; \
		export DEBIAN_FRONTEND=noninteractive; \
		$$sudo apt-get install -y -qq --no-install-recommends $$missing \
			>$(2).log 2>&1 || \
		{ $$sudo apt-get update -qq && $$sudo apt-get install -y -qq \
			--no-install-recommends $$missing; } >$(2).log 2>&1 || \
		{ cat $(2).log; echo "cannot install:" $$missing; exit 1; }; \
	fi
endef

deps:
	@mkdir -p $(BUILD)
	$(call install_packages,$(RUN_PACKAGES),$(BUILD)/deps)

check-deps: deps
	$(call install_packages,$(CHECK_PACKAGES),$(BUILD)/check-deps)

# --- checking: gates first, then every test on a tree with sanitizers
GATES = format headers layers lengths words shell rules prose stages catalogue \
	warnings cppcheck tidy
SAN = $(BUILD)/san
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all
# the longest first, so that no core waits for one at the end
LONGEST = $(patsubst %,tests/golden/run-%.sh,typeset night close state faults)
GOLDEN = $(LONGEST) $(filter-out $(LONGEST),$(sort $(wildcard tests/golden/run-*.sh)))

check: check-deps all
	@tests/run.sh $(SAN) --gates $(GATES:%=tests/check-%.sh)
	@$(MAKE) BUILD=$(SAN) OPTIMIZE="-O1 -g" SANITIZE="$(SANITIZERS)" check-tests
	@tests/run.sh $(SAN) --total

check-tests: all man $(UNIT_TESTS) $(FAULT)
	@tests/run.sh $(BUILD) --unit $(sort $(UNIT_TESTS))
	@tests/run.sh $(BUILD) --golden $(GOLDEN)

# Calls that can fail, one after the other: some minutes.
faults: check-deps all $(FAULT)
	@FAULTS=whole bash tests/golden/run-faults.sh $(BUILD)

# Tables that check does not try: half a minute for a thousand.
SEEDS ?= 5000
FIRST ?= 1000
property: check-deps all
	@seq $(FIRST) 500 $$(($(FIRST) + $(SEEDS) - 1)) | \
		xargs -P "$$(nproc)" -I @ tests/tables/run.sh $(BUILD) @ 500

# The pictures of docs/templates.md, drawn anew from the sample.
pictures: check-deps all
	@rm -rf $(BUILD)/pictures && mkdir -p $(BUILD)/pictures
	@cp -R rules templates input $(BUILD)/pictures
	@python3 tests/golden/reference.py $(CURDIR)/$(BUILD)/bin/bokslut \
		$(BUILD)/pictures docs/templates

# The pictures of docs/gallery.md, from docs/gallery/report.xml.
gallery: check-deps all
	@rm -rf $(BUILD)/gallery && mkdir -p $(BUILD)/gallery
	@python3 tests/golden/gallery.py $(BUILD)/bin/bokslut-typeset \
		$(BUILD)/gallery draw

# What a commit must pass: a few seconds.
check-fast:
	@tests/run.sh $(BUILD) --gates tests/check-format.sh tests/check-layers.sh \
		tests/check-lengths.sh tests/check-words.sh
	@tests/run.sh $(BUILD) --total

# Everything compiles without a warning by this compiler, tests included.
warnings: $(call object,$(SOURCES) $(TEST_SOURCES))

format:
	clang-format -i $(SOURCES) $(HEADERS) $(TEST_SOURCES) \
		$(wildcard tests/*/*.h)

# --- installing
SHARE = $(DESTDIR)$(PREFIX)/share/bokslut
install: all man
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share $(SHARE)/schema $(SHARE)/sample
	install -m 755 $(PROGRAMS) $(DESTDIR)$(PREFIX)/bin
	install -m 644 $(SCHEMAS) $(SHARE)/schema
	cp -R $(BUILD)/share/bokslut/locale $(BUILD)/share/bokslut/start \
		$(SHARE)
	cp -R $(MAN) $(DESTDIR)$(PREFIX)/share
	cp -R rules templates input $(SHARE)/sample

clean:
	rm -rf build

# --- fuzzing: by hand, for as long as one likes; no part of check
FUZZ = $(BUILD)/fuzz
FUZZ_SECONDS ?= 30
FUZZ_PACKAGES = clang libclang-rt-14-dev
FUZZ_TARGETS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz-deps: deps
	$(call install_packages,$(FUZZ_PACKAGES),$(BUILD)/fuzz-deps)

fuzz: fuzz-deps
	@$(MAKE) BUILD=$(FUZZ) CC=clang OPTIMIZE="-O1 -g" \
		SANITIZE="-fsanitize=fuzzer-no-link $(SANITIZERS)" fuzz-targets

fuzz-targets: $(FUZZ_TARGETS)
	@tests/fuzz/run.sh $(FUZZ_SECONDS) $(FUZZ_TARGETS)

FUZZED = ingest assess compose typeset model lib
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(FUZZED:%=$(BUILD)/%.a)
	$(call say,ld $@)
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)
.PRECIOUS: $(BUILD)/tests/fuzz/%.o

# --- timing: against a floor in the same run; no part of check
bench-deps: deps
	$(call install_packages,time,$(BUILD)/bench-deps)

bench-ingest: bench-deps all
	@tests/bench/run-ingest.sh $(BUILD)

ASSESS_BENCH = $(BUILD)/tests/bench/light $(BUILD)/tests/bench/multiply
$(ASSESS_BENCH): %: %.o $(BUILD)/assess.a $(BUILD)/model.a \
		$(BUILD)/lib.a
	$(call say,ld $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

bench-assess: bench-deps all $(ASSESS_BENCH)
	@tests/bench/run-assess.sh $(BUILD)

bench-typeset: bench-deps all
	@tests/bench/run-typeset.sh $(BUILD)

bench-night: all
	@tests/bench/run-night.sh $(BUILD)

.PHONY: bench-deps bench-assess bench-ingest bench-typeset bench-night
.PHONY: all man run deps check-deps check check-tests check-fast faults property pictures gallery warnings format \
	install clean fuzz fuzz-deps fuzz-targets
