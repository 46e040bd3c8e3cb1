"""Suites with expected results: feeds, dates and article pages."""
import json
import re
import shlex

from evaluation import Figure, NotMeasured, run_tool


# ---------------------------------------------------------------- feeds and dates

def feed_suites(setting):
    parse = shlex.join(setting.command("feed", "parse"))
    figures = []
    for name, layout, folder, goal in (("gofeed", "gofeed", "feeds/gofeed/testdata", 830),
                                       ("feed_rs", "feed-rs", "feeds/feed-rs/fixture", 770)):
        said = feed_tool(setting, layout, folder, f"{parse} --base {{base}} {{file}}")
        right, wrong, missing = counts(r"^fields: (\d+) right, (\d+) wrong, (\d+) not printed", said)
        figures.append(Figure(f"feed_suites.{name}.fields_right", right, goal=goal,
                              note=f"of {right + wrong + missing} fields"))
    said = feed_tool(setting, "cases", "feeds/miniflux-cases", f"{parse} --base {{base}} {{file}}")
    passed, failed = counts(r"^(\d+) passed, (\d+) failed", said)
    figures.append(Figure("feed_suites.miniflux.cases_passed", passed, goal=140, note=f"of {passed + failed} cases"))

    dates = "suites/dates/dates.jsonl"
    table = date_table(feed_tool(setting, "dates", dates, f"{parse} {{file}}"))
    others = [pair for source, pair in table if source != "korean-own"]
    figures.append(Figure("feed_suites.dates.passed", sum(p for p, _ in others), goal=170,
                          note=f"of {sum(p + f for p, f in others)} dates, no option"))
    table = date_table(feed_tool(setting, "dates", dates, f"{parse} --timezone Asia/Seoul {{file}}"))
    ours = [pair for source, pair in table if source == "korean-own"]
    figures.append(Figure("feed_suites.dates.korean_passed", sum(p for p, _ in ours), goal=12,
                          note=f"of {sum(p + f for p, f in ours)} dates, --timezone Asia/Seoul"))
    return figures


def feed_tool(setting, layout, suite, command):
    return run_tool(setting, "feed_expect_suite.py",
                    ["--layout", layout, "--suite", setting.data / suite, "--cmd", command, "--show", 0])


def counts(pattern, said):
    found = re.search(pattern, said, re.MULTILINE)
    if not found:
        raise NotMeasured(f"the tool's answer has changed: {said[-200:]!r}")
    return tuple(int(number) for number in found.groups())


def date_table(said):
    """[(source, (passed, failed))]: a source has a line for each kind of demand"""
    rows = re.findall(r"^(\S+) .*?(\d+) pass +(\d+) fail$", said, re.MULTILINE)
    if not rows:
        raise NotMeasured(f"the tool's answer has changed: {said[-200:]!r}")
    return [(source, (int(passed), int(failed))) for source, passed, failed in rows]


# ---------------------------------------------------------------- pages

def pages(setting):
    extract = shlex.join(setting.command("extract"))
    figures = []
    for layout, folder, goal in (("newspaper", "pages/newspaper_en", 0.80), ("readability", "pages/readability", 0.94)):
        report = setting.scratch / "pages.jsonl"
        said = run_tool(setting, "extraction_suite.py",
                        ["--layout", layout, "--suite", setting.data / folder,
                         "--cmd", f"{extract} --url {{url}} {{file}}", "--report", report, "--worst", 0])
        overall = re.search(r"^all .*F1 ([\d.]+) .*precision ([\d.]+) .*recall ([\d.]+) ", said, re.MULTILINE)
        if not overall:
            raise NotMeasured(f"the tool's answer has changed: {said[-200:]!r}")
        scores = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
        prefix = f"pages.{layout}"
        figures += [
            Figure(f"{prefix}.f1", float(overall[1]), goal=goal,
                   note=f"{len(scores)} pages, precision {overall[2]}, recall {overall[3]}"),
            Figure(f"{prefix}.without_text", sum(bool(row["trouble"]) for row in scores), goal=0, at_most=True,
                   note="refused, crashed, too slow, or no JSON"),
            Figure(f"{prefix}.nothing_right", sum(row["score"] == 0 for row in scores),
                   note="pages of whose true text nothing is in the answer"),
        ]
    return figures
