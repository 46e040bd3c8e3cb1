#!/usr/bin/env python3
"""Measure newsward on evaluation data, and print one table.

  python3 Scripts/evaluate.py --program .build/release/newsward --data DATA [--only press,feeds]

DATA and the tools beside it are described in docs/evaluation.md. The table has a line a measure: its
figure, the goal where there is one, and for labelled sets the half that tuning may look at beside the
half that it may not. The last line is one JSON object with every figure.

Groups for --only: press feeds sentiment events companies topics quiet duplicates feed-suites pages bombs json-suite
speed.

Exit status: 0; 1 when a hard demand (press, feeds) is not met; 2 wrong use. A goal that is not reached,
and a measure that could not be taken, do not change it: the table and standard error say so.
"""
import argparse
import functools
import json
import os
import pathlib
import sys
import tempfile
import time

sys.dont_write_bytecode = True      # the folder of the script stays as it is in the repository
from evaluation import NotMeasured, Setting, bombs, labelled_sets, real_input, speed, suites   # noqa: E402

HARD_GROUPS = ("press", "feeds")
MEMORISED = 0.03                    # a gap between the halves that is more than chance
COLUMNS = "{:48} {:>10} {:>9} {:8} {:>9} {:>9}  {}"


def groups():
    """name -> list of functions from a setting to figures"""
    found = {"press": [real_input.press], "feeds": [real_input.feeds]}
    for group, sets in labelled_sets.SETS.items():
        found[group] = [functools.partial(labelled_sets.measure, group=group, labelled=one) for one in sets]
    found["feed-suites"] = [suites.feed_suites]
    found["pages"] = [suites.pages]
    found["bombs"] = [bombs.bombs]
    found["json-suite"] = [speed.json_suite]
    found["speed"] = [speed.speed, speed.hostile]
    return found


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the newsward binary")
    parser.add_argument("--data", required=True, type=pathlib.Path, help="the folder of evaluation data")
    parser.add_argument("--tools", type=pathlib.Path, help="the folder of evaluation tools (default: DATA/../tools)")
    parser.add_argument("--peers", type=pathlib.Path,
                        help="the folder of the generator of texts, for speed (default: DATA/../peers)")
    parser.add_argument("--only", metavar="GROUPS", help="groups, with commas between them (default: all)")
    parser.add_argument("--held-back", choices=("odd", "even"), default="odd",
                        help="which half of a labelled set is held back from tuning (default: odd)")
    parser.add_argument("--lexicons", type=pathlib.Path, help="other lexicons for the program")
    chosen = parser.parse_args()
    chosen.only = chosen.only.split(",") if chosen.only else list(groups())
    unknown = [name for name in chosen.only if name not in groups()]
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(groups())}")
    if not os.access(chosen.program, os.X_OK) or not chosen.program.is_file():
        parser.error(f"there is no program {chosen.program}")
    if not chosen.data.is_dir():
        parser.error(f"there is no folder {chosen.data}")
    return chosen


def shown(value):
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return f"{value:.4f}" if abs(value) < 10 else f"{value:.1f}"


def print_figure(figure):
    goal = "" if figure.goal is None else ("<= " if figure.at_most else "") + shown(figure.goal)
    verdict = {None: "", True: "reached", False: "FAILED" if figure.hard else "missed"}[figure.reached]
    note = figure.note
    if figure.tuned is not None and abs(figure.tuned - figure.held_back) > MEMORISED:
        note = f"halves differ by {abs(figure.tuned - figure.held_back):.3f}" + (f"; {note}" if note else "")
    print(COLUMNS.format(figure.name, shown(figure.value), goal, verdict, shown(figure.tuned),
                         shown(figure.held_back), note).rstrip(), flush=True)


def as_json(figure):
    out = {"value": round(figure.value, 4)}
    if figure.goal is not None:
        out.update(goal=figure.goal, at_most=figure.at_most, reached=figure.reached)
    if figure.tuned is not None:
        out.update(tuned=round(figure.tuned, 4), held_back=round(figure.held_back, 4))
    return out


def measured(setting, only):
    """Takes the measures of the groups and prints them; (figures, {group: why not})"""
    figures, missing = [], {}
    for name in only:
        for take in groups()[name]:
            try:
                found = take(setting)
            except NotMeasured as problem:
                missing[name] = f"{missing[name]}; {problem}" if name in missing else str(problem)
                print(f"{name}: NOT MEASURED: {problem}", flush=True)
                continue
            for figure in found:
                print_figure(figure)
            figures += found
    return figures, missing


def main():
    chosen = options()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="newsward-evaluation-") as scratch:
        setting = Setting(program=chosen.program.resolve(), data=chosen.data.resolve(),
                          tools=(chosen.tools or chosen.data.resolve().parent / "tools").resolve(),
                          peers=(chosen.peers or chosen.data.resolve().parent / "peers").resolve(),
                          scratch=pathlib.Path(scratch), held_back=chosen.held_back,
                          lexicons=chosen.lexicons and chosen.lexicons.resolve())
        print(COLUMNS.format("measure", "figure", "goal", "", "tuned", "held back", "").rstrip())
        figures, missing = measured(setting, chosen.only)
    failed = [figure.name for figure in figures if figure.hard and not figure.reached]
    failed += [f"{name}: not measured" for name in missing if name in HARD_GROUPS]
    missed = [figure.name for figure in figures if not figure.hard and figure.reached is False]
    for name in failed:
        print(f"FAILED: {name}", file=sys.stderr)
    print(json.dumps({"figures": {figure.name: as_json(figure) for figure in figures}, "missed_goals": missed,
                      "not_measured": missing, "failed": failed, "held_back": chosen.held_back,
                      "seconds": round(time.perf_counter() - began, 1)}, ensure_ascii=False))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
