"""How fast the program is: the scorer in process, the whole program, its start, hostile text, and the JSON suite."""
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys

from evaluation import Figure, NotMeasured

ENGLISH = ("sentiment/fpb_dev.jsonl", "sentiment/sentfin_dev.jsonl", "sentiment/twitter_dev.jsonl.gz")
KOREAN = (("events/ko_headlines_dev.jsonl", "title"), ("ko/ynat_dev.jsonl.gz", "text"),
          ("sentiment/fpb_dev.jsonl", "text_ko"))
FIELDS = ("--fields", "sentiment,events")
PASSES = 5                   # the median counts; figures are per second of processor time


def speed(setting):
    """Headlines, articles and Korean sentences in process; records through the whole program; start and memory."""
    folder = workload(setting)
    figures = []
    for name, file, unit, goal in (("en_headlines_per_cpu_s", "en", 0, 500_000),
                                   ("articles_mb_per_cpu_s", "articles", 1, 60),
                                   ("ko_sentences_per_cpu_s", "ko", 0, 300_000)):
        rates = scorer_rates(setting, folder / f"{file}.ndjson")
        figures.append(Figure(f"speed.{name}", rates[unit], goal=goal, note="in process, one thread"))
    for name, words, goal in (("records_per_cpu_s", (), 150_000), ("records_fields_per_cpu_s", FIELDS, 300_000)):
        figures.append(Figure(f"speed.{name}", whole_program(setting, folder, words), goal=goal,
                              note="whole program, English headlines" + (", " + " ".join(words) if words else "")))
    start, peak = start_cost(setting)
    figures.append(Figure("speed.start_ms", start * 1000, goal=50, at_most=True, note="processor time of `score` of one line"))
    figures.append(Figure("speed.start_peak_mib", peak, goal=64, at_most=True))
    return figures


def json_suite(setting):
    """The strict reader of NDJSON against the JSON parsing test suite."""
    folder = setting.data / "suites" / "jsontestsuite" / "test_parsing"
    if not folder.is_dir():
        raise NotMeasured(f"there is no {folder}")
    said = benchmark(setting, "json", folder)
    figures = []
    for name, label in (("y_read", "y_ read"), ("n_refused", "n_ refused")):
        found = re.search(rf"^{label} +(\d+) of (\d+)$", said, re.MULTILINE)
        if not found:
            raise NotMeasured(f"the benchmark's answer has changed: {said[-200:]!r}")
        figures.append(Figure(f"json_suite.{name}", int(found[1]), goal=int(found[2]), note=f"of {found[2]} files"))
    free = [line for line in said.splitlines() if line.startswith("i_")]
    read = sum(line.endswith(": read") for line in free)
    figures.append(Figure("json_suite.i_read", read, note=f"of {len(free)} files that a reader may read or refuse"))
    return figures


# ---------------------------------------------------------------- input

def workload(setting):
    """The folder of en.ndjson, ko.ndjson and articles.ndjson, varied from the texts of the labelled sets."""
    generator = setting.peers / "gen_text.py"
    if not generator.is_file():
        raise NotMeasured(f"there is no {generator}; --peers names the folder that holds it")
    folder = setting.scratch / "speed"
    if folder.is_dir():
        return folder
    seeds = {"en": [(file, "text") for file in ENGLISH], "ko": KOREAN}
    for language, sources in seeds.items():
        with open(setting.scratch / f"seeds.{language}", "w", encoding="utf-8") as out:
            for file, member in sources:
                for text in texts(setting.data / file, member):
                    out.write(text + "\n")
    done = subprocess.run([sys.executable, str(generator), str(folder), "--en", str(setting.scratch / "seeds.en"),
                           "--ko", str(setting.scratch / "seeds.ko")], capture_output=True, text=True)
    if done.returncode:
        raise NotMeasured(f"{generator.name} ended with {done.returncode}: {done.stderr[-300:]}")
    return folder


def texts(path, member):
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                text = " ".join((json.loads(row).get(member) or "").split())
                if text:
                    yield text
    except (OSError, ValueError) as error:
        raise NotMeasured(f"cannot read {path}: {error}")


# ---------------------------------------------------------------- measures

def benchmark(setting, *words):
    """The output of newsward-benchmarks, which is built beside the program."""
    program = setting.program.parent / "newsward-benchmarks"
    if not program.is_file():
        raise NotMeasured(f"there is no {program}; build it with swift build -c release --product newsward-benchmarks")
    done = subprocess.run([str(program), *map(str, words)], capture_output=True, text=True)
    if done.returncode:
        raise NotMeasured(f"newsward-benchmarks {words[0]} ended with {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def lexicons(setting):
    folder = setting.lexicons or pathlib.Path(__file__).parents[2] / "lexicons"
    if not folder.is_dir():
        raise NotMeasured(f"there is no folder {folder}; --lexicons names it")
    return folder


def scorer_rates(setting, file):
    """(texts, MB) a second of processor time."""
    said = benchmark(setting, "score", lexicons(setting), file, PASSES)
    found = re.search(r"^score +(\d+) articles/s, ([\d.]+) MB/s", said, re.MULTILINE)
    if not found:
        raise NotMeasured(f"the benchmark's answer has changed: {said[-200:]!r}")
    return int(found[1]), float(found[2])


def hostile(setting):
    """Megabytes a second over 1 MB of one repeated cue, the worst of several."""
    said = benchmark(setting, "hostile", lexicons(setting))
    rates = [float(rate) for rate in re.findall(r"([\d.]+) MB/s", said)]
    if not rates:
        raise NotMeasured(f"the benchmark's answer has changed: {said[-200:]!r}")
    return [Figure("speed.hostile_mb_per_cpu_s", min(rates), goal=10, note=f"the slowest of {len(rates)} texts")]


def whole_program(setting, folder, words):
    """Records a second of processor time, the start taken off."""
    rows = folder / "en.ndjson"
    with open(rows, "rb") as lines:
        count = sum(1 for _ in lines)
    seconds = sorted(run(setting, rows, ("--jobs", "1", *words))[0] for _ in range(3))[1]
    return count / max(seconds - start_cost(setting)[0], 1e-9)


def start_cost(setting):
    """(seconds of processor time, MiB) of scoring one line; the median of some runs."""
    one = setting.scratch / "one.ndjson"
    one.write_text('{"id": 1, "title": "Profit rose"}\n', encoding="utf-8")
    runs = sorted(run(setting, one, ()) for _ in range(PASSES))
    return runs[PASSES // 2]


def run(setting, rows, words):
    with open(rows, "rb") as lines, open(setting.scratch / "speed.out", "wb") as out:
        process = subprocess.Popen(setting.command("score", "--input", "ndjson", "--quiet", *words), stdin=lines, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise NotMeasured(f"score ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
