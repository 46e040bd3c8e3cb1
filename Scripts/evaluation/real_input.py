"""Real input at size: press items through `score`, feed files through `feed parse`. Hard demands."""
import collections
import concurrent.futures
import gzip
import json
import os
import subprocess
import sys
import threading
import time

from evaluation import Figure, NotMeasured

PRESS_TIME_LIMIT = 1800      # seconds for the whole set
FEED_TIME_LIMIT = 10         # seconds for one file


# ---------------------------------------------------------------- press

def press(setting):
    source = setting.data / "press" / "kr_2026_early.jsonl.gz"
    records, output = setting.scratch / "press.in", setting.scratch / "press.out"
    lines_in = write_records(source, records)
    status, seconds, usage, said = run_measured(setting, records, output)
    found = check_records(output)
    if status or found["errors"] or found["misplaced"] or found["lines"] != lines_in:
        first = found["first"] or "the records that came are in order"
        print(f"press: exit {status}; {first}; {said}", file=sys.stderr)
    return [
        Figure("press.records_out", found["lines"], note=f"{lines_in} lines in"),
        Figure("press.missing_or_extra", abs(found["lines"] - lines_in), goal=0, at_most=True, hard=True),
        Figure("press.out_of_order", found["misplaced"], goal=0, at_most=True, hard=True),
        Figure("press.with_error", found["errors"], goal=0, at_most=True, hard=True),
        Figure("press.exit_code", abs(status), goal=0, at_most=True, hard=True,
               note=f"signal {-status}" if status < 0 else ""),
        Figure("press.records_per_s", lines_in / seconds, note="whole program, full records, start included"),
        Figure("press.records_per_cpu_s", lines_in / max(usage.ru_utime + usage.ru_stime, 1e-9)),
        Figure("press.peak_mib", usage.ru_maxrss / 1024),
        Figure("press.with_event", found["with_event"] / max(found["lines"], 1), note="share of the records"),
        Figure("press.with_company", found["with_company"] / max(found["lines"], 1), note="share of the records"),
    ]


def write_records(source, target):
    """Press items as input records; how many. Written line by line: the peak memory of a child counts ours too."""
    number = 0
    try:
        with gzip.open(source, "rt", encoding="utf-8") as items, open(target, "w", encoding="utf-8") as out:
            for number, line in enumerate(items, 1):
                item = json.loads(line)
                record = {"id": str(number), "title": item.get("title") or "", "body": item.get("text") or "",
                          "body_format": "html", "source": item.get("publisher")}
                if item.get("date"):
                    record["published_at"] = item["date"]
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    except (OSError, ValueError) as error:
        raise NotMeasured(f"cannot read {source}: {error}")
    return number


def run_measured(setting, records, output):
    """Scores the records; (exit code or minus the signal, seconds, resources used, end of standard error)."""
    errors = output.with_suffix(".err")
    with open(records, "rb") as feed, open(output, "wb") as out, open(errors, "wb") as err:
        began = time.perf_counter()
        process = subprocess.Popen(setting.command("score", "--input", "ndjson"), stdin=feed, stdout=out, stderr=err)
        timer = threading.Timer(PRESS_TIME_LIMIT, process.kill)
        timer.start()
        # wait4, not wait: it tells what this one child used.
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    said = errors.read_text(encoding="utf-8", errors="replace").strip()[-400:]
    return process.returncode, seconds, usage, said


def check_records(output):
    """Counts lines, wrong ids and records with "error"; "first" tells the first thing that is wrong."""
    found = {"lines": 0, "misplaced": 0, "errors": 0, "with_event": 0, "with_company": 0, "first": ""}

    def wrong(kind, number, what):
        found[kind] += 1
        found["first"] = found["first"] or f"line {number}: {what}"

    with open(output, "rb") as lines:
        for number, line in enumerate(lines, 1):
            found["lines"] = number
            try:
                record = json.loads(line)
            except ValueError as error:
                wrong("errors", number, f"no JSON ({error})")
                continue
            if record.get("id") != str(number):
                wrong("misplaced", number, f"id {record.get('id')!r}")
            if "error" in record:
                wrong("errors", number, f"error {record['error']}")
            found["with_event"] += bool(record.get("events"))
            found["with_company"] += bool(record.get("companies"))
    return found


# ---------------------------------------------------------------- feeds

def feeds(setting):
    folder = setting.data / "feeds"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise NotMeasured(f"no file under {folder}")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        results = list(pool.map(lambda path: parse_feed(setting, path), files))
    counts = collections.Counter(kind for kind, _, _ in results)
    for path, (kind, _, said) in zip(files, results):
        if kind not in ("parsed", "refused"):
            print(f"feeds: {kind}: {path.relative_to(folder)}: {said}", file=sys.stderr)
    slowest = max(range(len(files)), key=lambda index: results[index][1])
    return [
        Figure("feeds.files", len(files), note=f"{counts['parsed']} parsed, {counts['refused']} refused (exit 4)"),
        Figure("feeds.crashes", counts["crash"], goal=0, at_most=True, hard=True),
        Figure("feeds.over_time", counts["over time"], goal=0, at_most=True, hard=True,
               note=f"{FEED_TIME_LIMIT} s a file"),
        Figure("feeds.other_exit_codes", counts["other exit code"], goal=0, at_most=True, hard=True,
               note="neither 0 nor 4"),
        Figure("feeds.no_json", counts["no JSON"], goal=0, at_most=True, hard=True,
               note="exit 0 without a JSON object"),
        Figure("feeds.slowest_s", results[slowest][1], note=files[slowest].name),
    ]


def parse_feed(setting, path):
    """(what became of it, seconds, what standard error said)"""
    began = time.perf_counter()
    try:
        done = subprocess.run(setting.command("feed", "parse", str(path)), stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=FEED_TIME_LIMIT)
    except subprocess.TimeoutExpired:
        return "over time", time.perf_counter() - began, f"{FEED_TIME_LIMIT} s"
    seconds = time.perf_counter() - began
    said = f"exit {done.returncode}: " + done.stderr[-200:].decode("utf-8", "replace").strip()
    if done.returncode < 0 or done.returncode >= 128:
        return "crash", seconds, said
    if done.returncode == 4:
        return "refused", seconds, said
    if done.returncode:
        return "other exit code", seconds, said
    try:
        return ("parsed" if isinstance(json.loads(done.stdout), dict) else "no JSON"), seconds, said
    except ValueError as error:
        return "no JSON", seconds, str(error)
