# Newsward: the two commands are `make run` and `make test`. The README says what each target does.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD_PACKAGES := libcurl4-openssl-dev libxml2-dev libsqlite3-dev libzstd-dev pkg-config
RELEASE := swift build -c release --product newsward

.PHONY: run test install format lint clean evaluate benchmark fuzz soak packages test-packages

run: packages
	$(RELEASE)
	.build/release/newsward demo

# Unbounded, a thousand tests share the cores and one that holds a connection open waits past its time limits. The
# end-to-end tests start many processes: they run last, by themselves and fewer at once.
test: test-packages
	swift build --build-tests
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=16 swift test --skip-build --disable-xctest --skip '^EndToEndTests\.'
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 swift test --skip-build --disable-xctest --filter '^EndToEndTests\.'

# The installed binary needs no Swift toolchain: the standard library is linked into it.
install: packages
	$(RELEASE) --static-swift-stdlib --scratch-path .build-install
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/newsward
	install -s -m 755 .build-install/release/newsward $(DESTDIR)$(PREFIX)/bin/newsward
	cp -R lexicons alerts demo $(DESTDIR)$(PREFIX)/share/newsward/

format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

# The only target that reads evaluation data: make evaluate DATA=../shared/data
evaluate: test-packages
	@test -n "$(DATA)" || { echo "say where the evaluation data is: make evaluate DATA=FOLDER" >&2; exit 2; }
	$(RELEASE)
	swift build -c release --product newsward-benchmarks
	python3 Scripts/evaluate.py --program .build/release/newsward --data "$(DATA)"

# Speed alone, on texts varied from the evaluation data: make benchmark DATA=../shared/data
benchmark: test-packages
	@test -n "$(DATA)" || { echo "say where the evaluation data is: make benchmark DATA=FOLDER" >&2; exit 2; }
	$(RELEASE)
	swift build -c release --product newsward-benchmarks
	python3 Scripts/evaluate.py --program .build/release/newsward --data "$(DATA)" --only json-suite,speed

# Tries parts of the program with made-up input, led by coverage: make fuzz SECONDS=60 TARGETS="ndjson scorer-ko"
SECONDS ?= 60
TARGETS ?= ndjson scorer-ko scorer-en feed-xml feed-json date url page charset
fuzz: packages
	NEWSWARD_FUZZ=1 swift build -c release --sanitize fuzzer --scratch-path .build-fuzz --product newsward-fuzz
	@for target in $(TARGETS); do \
		.build-fuzz/release/newsward-fuzz $$target .build-fuzz/corpus/$$target -max_total_time=$(SECONDS) \
			-artifact_prefix=.build-fuzz/$$target- || exit 1; done

# Kills the daemon 200 times at random while news flow to four receivers: nothing may be lost.
soak: test-packages
	$(RELEASE)
	python3 Scripts/kill_soak.py .build/release/newsward 200

clean:
	rm -rf .build .build-*

packages:
	@Scripts/install-packages $(BUILD_PACKAGES)

test-packages:
	@Scripts/install-packages $(BUILD_PACKAGES) python3
