# bokslut - make run closes the sample municipality, make check tests it all.
#
#	make            build into build/ (programs in build/bin/)
#	make run        install what is missing, build, close what is due
#	make check      install what is missing, run every gate and test
#	make deps       only install the packages that building and running need
#	make install    DESTDIR=… PREFIX=…  programs, schemas, sample rules
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
	faketime

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
CFLAGS = $(WARNINGS) $(OPTIMIZE) -fno-common $(SANITIZE)
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

all: $(PROGRAMS) $(CATALOGUES)

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
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/share/bokslut/locale/%/LC_MESSAGES/bokslut.mo: pipeline/lang/%.po
	@mkdir -p $(@D)
	$(call say,po $<)
	$(Q)msgfmt --check -o $@ $<

# --- unit tests: one program a file, linked with everything but the mains
UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,\
	$(wildcard tests/unit/test_*.c))
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $(STAGES:%=$(BUILD)/%.a) \
		$(BUILD)/bokslut.a $(BUILD)/model.a $(BUILD)/lib.a
	$(call say,ld $@)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LIBS)
.PRECIOUS: $(BUILD)/tests/unit/%.o

clean:
	rm -rf build

.PHONY: all clean
