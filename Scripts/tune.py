#!/usr/bin/env python3
"""Propose values for lexicons/parameters.txt from labelled data.

  python3 Scripts/tune.py --program .build/release/newsward --language en --data FILE.jsonl [--field text] [--write]

FILE holds a row a line: {"id", "text", "label": "positive" | "neutral" | "negative"}; .gz is read too; several --data are
read as one. Rows whose id hashes to an odd first byte are held back: they are scored, never tuned on (the rule of
docs/evaluation.md). One number after another is moved up and down by a step that halves, and a move stays where the mean
log loss of the tuned rows falls by more than it should by chance. No weight of a term is touched.

Prints the values that changed as lines of parameters.txt, and accuracy, macro-F1, log loss and calibration error before
and after, for the tuned and the held-back rows: a gap that grows says that the tuning memorised. --write puts the values
into the lexicons; without it nothing is changed.
"""
import argparse
import gzip
import hashlib
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
CLASSES = ("positive", "neutral", "negative")
SMALLEST_GAIN = 2e-4         # of the mean log loss; less is chance on a few thousand rows
COLUMNS = "{:10} {:>6} {:>9} {:>9} {:>9} {:>12}"


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the newsward binary")
    parser.add_argument("--data", required=True, type=pathlib.Path, action="append", help="labelled rows; may be repeated")
    parser.add_argument("--language", required=True, choices=("ko", "en"), help="whose values are tuned")
    parser.add_argument("--field", default="text", help="the member that holds the text (default: text)")
    parser.add_argument("--lexicons", type=pathlib.Path, default=pathlib.Path(__file__).parents[1] / "lexicons")
    parser.add_argument("--parameters", help="names with commas between them (default: all of the file)")
    parser.add_argument("--rounds", type=int, default=3, help="passes over all numbers (default: 3)")
    parser.add_argument("--minutes", type=float, default=30, help="stop after so long (default: 30)")
    parser.add_argument("--write", action="store_true", help="write the values into the lexicons")
    return parser.parse_args()


# ---------------------------------------------------------------- rows and scores

def read_rows(chosen):
    """[(text, label, is held back)]"""
    rows = []
    for path in chosen.data:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                text, label = row.get(chosen.field), row.get("label")
                if text and label in CLASSES:
                    held = hashlib.md5(str(row.get("id", len(rows))).encode()).digest()[0] % 2 == 1
                    rows.append((text, label, held))
    if not any(held for _, _, held in rows) or all(held for _, _, held in rows):
        sys.exit("tune: too few labelled rows to hold a part back")
    return rows


class Scorer:
    """Runs the program over the rows with a copy of the lexicons whose parameters.txt may be changed."""

    def __init__(self, chosen, rows, folder):
        self.chosen, self.rows = chosen, rows
        self.lexicons = folder / "lexicons"
        shutil.copytree(chosen.lexicons, self.lexicons)
        self.input = folder / "rows.ndjson"
        with open(self.input, "w", encoding="utf-8") as out:
            for number, (text, _, _) in enumerate(rows):
                out.write(json.dumps({"id": number, "title": text, "language": chosen.language}) + "\n")

    def probabilities(self, lines):
        """[{class: probability}] of all rows under other lines of parameters.txt"""
        (self.lexicons / "parameters.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        with open(self.input, "rb") as rows:
            done = subprocess.run([str(self.chosen.program), "score", "--input", "ndjson", "--fields", "sentiment", "--quiet",
                                   "--lexicons", str(self.lexicons)], stdin=rows, capture_output=True)
        if done.returncode:
            sys.exit(f"tune: the program ended with {done.returncode}: {done.stderr.decode()[-400:]}")
        return [json.loads(line)["sentiment"] for line in done.stdout.splitlines()]


def log_loss(rows, answers, held):
    """Mean over the rows of a part. A probability is printed with four decimals, so 0 is not taken at its word."""
    losses = [-math.log(max(answer[label], 5e-5)) for (_, label, is_held), answer in zip(rows, answers) if is_held == held]
    return sum(losses) / len(losses)


def figures(rows, answers, held):
    """(rows, accuracy, macro-F1, log loss, calibration error in ten bins)"""
    part = [(label, answer) for (_, label, is_held), answer in zip(rows, answers) if is_held == held]
    right = sum(label == answer["class"] for label, answer in part)
    scores = []
    for name in CLASSES:
        hit = sum(label == name == answer["class"] for label, answer in part)
        either = sum((label == name) + (answer["class"] == name) for label, answer in part)
        scores.append(2 * hit / either if either else 0.0)
    bins = [[0, 0.0, 0] for _ in range(10)]
    for label, answer in part:
        sure = answer[answer["class"]]
        place = bins[min(9, int(sure * 10))]
        place[0] += 1
        place[1] += sure
        place[2] += label == answer["class"]
    error = sum(abs(total - hits) for _, total, hits in bins) / len(part)
    return len(part), right / len(part), sum(scores) / 3, log_loss(rows, answers, held), error


# ---------------------------------------------------------------- parameters.txt

class Parameters:
    """The lines of parameters.txt, and the numbers of one language in them that may be moved.

    What stands under [all] is copied to the language's section, so that the other language keeps its values."""

    def __init__(self, text, language, names):
        lines = text.splitlines()
        sections = entries(lines)
        if language not in sections:
            lines += ["", f"[{language}]"]
            sections = entries(lines)
        head, own = sections[language]
        self.copies = [lines[index] for name, index in sections.get("all", (0, {}))[1].items()
                       if name not in own and (not names or name in names)]
        self.first_copy = head + 1
        self.lines = lines[:head + 1] + self.copies + lines[head + 1:]
        found = entries(self.lines)[language][1]
        self.numbers = []                       # (line, place in its values)
        for name in names or found:
            if name not in found:
                sys.exit(f"tune: there is no parameter {name} for {language}; there are {', '.join(found)}")
            self.numbers += [(found[name], place) for place in range(len(self.values(found[name])))]

    def result(self):
        """The lines without the copies that did not change."""
        end = self.first_copy + len(self.copies)
        kept = [new for new, old in zip(self.lines[self.first_copy:end], self.copies) if new != old]
        return self.lines[:self.first_copy] + kept + self.lines[end:]

    def values(self, index):
        return self.lines[index].split("|")[1].split()

    def moved(self, number, step):
        """The lines with one number moved by a share of its size; None where it is a count that would not change."""
        index, place = number
        values = self.values(index)
        old = float(values[place])
        if "." in values[place]:
            values[place] = f"{old + step * max(abs(old), 0.4):.3g}"
            if "." not in values[place]:
                values[place] += ".0"
        else:
            values[place] = str(round(old + math.copysign(max(1, abs(step) * old), step)))
        lines = list(self.lines)
        lines[index] = f"{self.lines[index].split('|')[0].strip()} | {' '.join(values)}"
        return lines if lines[index] != self.lines[index] else None


def entries(lines):
    """{section: (line of its head, {name: line})}"""
    sections, section = {}, None
    for index, line in enumerate(lines):
        bare = line.split(" #")[0].strip()
        if bare.startswith("["):
            section = bare.strip("[]")
            sections[section] = (index, {})
        elif "|" in bare and not bare.startswith("#") and section:
            sections[section][1][bare.split("|")[0].strip()] = index
    return sections


def tune(scorer, parameters, rounds, deadline):
    """Moves one number after another, as long as the tuned rows gain."""
    best = log_loss(scorer.rows, scorer.probabilities(parameters.lines), held=False)
    step = 0.2
    for number in range(rounds):
        start = best
        for place in parameters.numbers:
            for direction in (step, -step):
                if time.monotonic() > deadline:
                    print("tune: out of time; the values so far follow", file=sys.stderr)
                    return
                lines = parameters.moved(place, direction)
                loss = log_loss(scorer.rows, scorer.probabilities(lines), held=False) if lines else best
                if loss < best - SMALLEST_GAIN:
                    best, parameters.lines = loss, lines
                    break
        print(f"tune: round {number + 1}, step {step:g}: log loss {start:.4f} -> {best:.4f}", file=sys.stderr)
        step /= 2


def main():
    chosen = options()
    rows = read_rows(chosen)
    names = [name.strip() for name in chosen.parameters.split(",")] if chosen.parameters else None
    source = chosen.lexicons / "parameters.txt"
    parameters = Parameters(source.read_text(encoding="utf-8"), chosen.language, names)
    before_lines = list(parameters.lines)
    with tempfile.TemporaryDirectory(prefix="newsward-tune-") as folder:
        scorer = Scorer(chosen, rows, pathlib.Path(folder))
        before = scorer.probabilities(before_lines)
        tune(scorer, parameters, chosen.rounds, time.monotonic() + chosen.minutes * 60)
        after = scorer.probabilities(parameters.lines)
    print(COLUMNS.format("", "rows", "accuracy", "macro-F1", "log loss", "calibration"))
    for part, held in (("tuned", False), ("held back", True)):
        for when, answers in (("before", before), ("after", after)):
            count, *values = figures(rows, answers, held)
            print(COLUMNS.format(part if when == "before" else "", count, *(f"{value:.4f}" for value in values)), when)
    changed = [new for old, new in zip(before_lines, parameters.lines) if old != new]
    print(f"\n[{chosen.language}]" if changed else "\nno value changed")
    for line in changed:
        print(line)
    if chosen.write and changed:
        source.write_text("\n".join(parameters.result()) + "\n", encoding="utf-8")
        print(f"written to {source}", file=sys.stderr)


if __name__ == "__main__":
    main()
