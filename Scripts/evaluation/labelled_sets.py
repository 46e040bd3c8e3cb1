"""Labelled sets: the program's answers against labels, whole and by halves (tuned and held back)."""
import dataclasses
import gzip
import json
import shlex

from evaluation import Figure, NotMeasured, run_tool

TIME_LIMIT = 1800            # seconds for one set
SCORE = ("score", "--input", "ndjson", "--fields", "sentiment,companies,events")
COMPARE = ("stories", "compare")


@dataclasses.dataclass
class LabelledSet:
    name: str                           # the first part of its figures' names
    task: str                           # of tools/evaluate.py
    file: str                           # under the data folder
    metrics: dict                       # metric -> goal, None where none is stated
    options: tuple = ()
    command: tuple = SCORE
    ceilings: tuple = ()                # metrics whose goal is a ceiling
    split: str = "id"                   # how its halves are told apart: see Setting.is_held_back
    calibrated: bool = False            # look at the probabilities too


def topics_goals():
    goals = {"analyst": 0.80, "legal": 0.72, "personnel": 0.82, "merger": 0.70, "dividend": 0.90, "earnings": 0.88}
    return {f"f1_{name}": goal for name, goal in goals.items()}


SETS = {
    "sentiment": [
        LabelledSet("fpb_en", "sentiment", "sentiment/fpb_dev.jsonl",
                    {"accuracy_100": 0.90, "accuracy": 0.78, "macro_f1": 0.74}, calibrated=True),
        LabelledSet("fpb_ko", "sentiment", "sentiment/fpb_dev.jsonl", {"accuracy": 0.74, "macro_f1": None},
                    options=("--field", "text_ko")),
        LabelledSet("twitter", "sentiment", "sentiment/twitter_dev.jsonl.gz", {"accuracy": None, "macro_f1": 0.60}),
    ],
    "events": [
        LabelledSet("ko_headlines", "events", "events/ko_headlines_dev.jsonl",
                    {"polarity_macro_f1": 0.80, "micro_f1": 0.80, "group_micro_f1": 0.86, "company_precision": 0.95,
                     "company_recall": 0.95, "company_polarity_accuracy": None}, split="line"),
    ],
    "companies": [
        LabelledSet("sentfin", "company-sentiment", "sentiment/sentfin_dev.jsonl",
                    {"coverage": 0.80, "accuracy": 0.68, "accuracy_mixed": 0.60}),
    ],
    "topics": [
        LabelledSet("twitter_topic", "topics", "events/twitter_topic_dev.jsonl.gz", topics_goals()),
        LabelledSet("sentivent", "sentivent", "events/sentivent_dev.jsonl.gz", {"micro_f1": None, "macro_f1": None}),
    ],
    "quiet": [
        LabelledSet("ynat", "quiet", "ko/ynat_dev.jsonl.gz", {"false_events": 0.02}, ceilings=("false_events",),
                    split="line"),
    ],
    "duplicates": [
        LabelledSet("korsts_headlines", "pairs", "duplicates/korsts_dev.jsonl",
                    {"best_f1": 0.70, "average_precision": None},
                    options=("--where", "part=headlines"), command=COMPARE, split="line"),
        LabelledSet("msrp", "pairs", "duplicates/msrp_dev.jsonl", {"best_f1": 0.86, "average_precision": None},
                    command=COMPARE, split="line"),
    ],
}


def measure(setting, group, labelled):
    """The figures of one set. The program runs once; the halves are read from what it answered."""
    source = setting.data / labelled.file
    answers = setting.scratch / "answers.jsonl"
    program = setting.command(*labelled.command)
    # pipefail: else the exit code would be tee's.
    piped = f"set -o pipefail; {shlex.join(program)} | tee {shlex.quote(str(answers))}"
    whole = evaluate(setting, labelled, source, f"bash -c {shlex.quote(piped)}")
    by_half = {}
    for half in ("tuned", "held_back"):
        rows, kept = halve(setting, labelled, answers, half)
        by_half[half] = evaluate(setting, labelled, rows, shlex.join(["cat", str(kept)]))
        by_half[half]["answers"] = kept
    prefix = f"{group}.{labelled.name}"
    figures = [Figure(f"{prefix}.{metric}", whole[metric], goal=goal, at_most=metric in labelled.ceilings,
                      tuned=by_half["tuned"][metric], held_back=by_half["held_back"][metric])
               for metric, goal in labelled.metrics.items()]
    figures.append(Figure(f"{prefix}.records_per_s", whole["records_per_s"], note="whole program, start included"))
    if labelled.calibrated:
        figures += calibration(prefix, source, answers, by_half)
    return figures


def evaluate(setting, labelled, rows, command):
    arguments = [labelled.task, "--set", rows, "--cmd", command, "--timeout", TIME_LIMIT, *labelled.options]
    return json.loads(run_tool(setting, "evaluate.py", arguments).splitlines()[-1])


def read_lines(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [line for line in lines if line.strip()]


def halve(setting, labelled, answers, half):
    """Writes the rows of one half of a set, and the answers to them; their two paths."""
    rows, ids = [], set()
    for number, line in enumerate(read_lines(setting.data / labelled.file), 1):
        row_id = json.loads(line)["id"]
        if setting.is_held_back(number, row_id, labelled.split) == (half == "held_back"):
            rows.append(line)
            ids.add(row_id)
    rows_path, answers_path = setting.scratch / f"{half}.rows.jsonl", setting.scratch / f"{half}.answers.jsonl"
    rows_path.write_text("".join(rows), encoding="utf-8")
    kept = [line for line in read_lines(answers) if json.loads(line)["id"] in ids]
    answers_path.write_text("".join(kept), encoding="utf-8")
    return rows_path, answers_path


# ---------------------------------------------------------------- calibration

def calibration(prefix, source, answers, by_half):
    """How far the probability given to the chosen class is from how often it is right."""
    gold = {row["id"]: row["label"] for row in map(json.loads, read_lines(source))}
    held_back = reliability(gold, by_half["held_back"]["answers"])
    figure = Figure(f"{prefix}.calibration_error", expected_error(held_back), goal=0.05, at_most=True,
                    tuned=expected_error(reliability(gold, by_half["tuned"]["answers"])),
                    held_back=expected_error(held_back), note="10 bins; the figure is the held-back half's")
    bins = [Figure(f"{prefix}.reliability_{low * 10}_{low * 10 + 10}", right / count,
                   note=f"share right of {count} held-back rows given {total / count:.3f} on average")
            for low, (count, total, right) in sorted(held_back.items())]
    return [figure, *bins]


def reliability(gold, answers):
    """bin 0-9 of the chosen class's probability -> [rows, sum of the probabilities, rows that are right]"""
    bins = {}
    for answer in map(json.loads, read_lines(answers)):
        tone = answer["sentiment"]
        probability = tone.get(tone["class"])
        if not isinstance(probability, (int, float)) or not 0 <= probability <= 1:
            raise NotMeasured(f"id {answer['id']}: no probability for class {tone['class']}")
        entry = bins.setdefault(min(int(probability * 10), 9), [0, 0.0, 0])
        entry[0] += 1
        entry[1] += probability
        entry[2] += tone["class"] == gold[answer["id"]]
    return bins


def expected_error(bins):
    rows = sum(count for count, _, _ in bins.values())
    return sum(abs(total - right) for _, total, right in bins.values()) / rows if rows else 0.0
