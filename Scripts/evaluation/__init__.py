"""The parts of Scripts/evaluate.py: what one figure is, and how the program and the tools are run."""
import dataclasses
import hashlib
import pathlib
import subprocess


@dataclasses.dataclass
class Figure:
    """One measured value: a line of the table and an entry of the JSON object."""
    name: str                           # "sentiment.fpb.accuracy": the group comes first
    value: float
    goal: float | None = None           # what the project wants of it
    at_most: bool = False               # the goal is a ceiling, not a floor
    hard: bool = False                  # not reaching the goal makes the run fail
    tuned: float | None = None          # the same over the rows that tuning may look at
    held_back: float | None = None      # and over those that it may not
    note: str = ""

    @property
    def reached(self):
        if self.goal is None:
            return None
        return self.value <= self.goal if self.at_most else self.value >= self.goal


@dataclasses.dataclass
class Setting:
    """What every measure needs to know."""
    program: pathlib.Path
    data: pathlib.Path
    tools: pathlib.Path
    peers: pathlib.Path                 # holds gen_text.py, for speed
    scratch: pathlib.Path               # an empty folder, removed at the end
    held_back: str = "odd"              # which half of a labelled set tuning may not look at
    lexicons: pathlib.Path | None = None

    def command(self, *words):
        """The program with these words, as an argument list."""
        lexicons = ["--lexicons", str(self.lexicons)] if self.lexicons else []
        return [str(self.program), *words, *lexicons]

    def is_held_back(self, line_number, row_id, split):
        """Split "line": lines counted from 1 as they stand in the file. Split "id": the first byte of the id's MD5."""
        number = line_number if split == "line" else hashlib.md5(row_id.encode()).digest()[0]
        return number % 2 == (1 if self.held_back == "odd" else 0)


class NotMeasured(Exception):
    """A measure that could not be taken: a tool is missing, or the program broke what it promises."""


def run_tool(setting, tool, arguments, timeout=3600):
    """Runs one of the evaluation tools; its standard output, and NotMeasured when it gave none or broke off."""
    path = setting.tools / tool
    if not path.is_file():
        raise NotMeasured(f"there is no {path}")
    try:
        done = subprocess.run(["python3", str(path), *map(str, arguments)], capture_output=True, text=True,
                              errors="replace", timeout=timeout)
    except subprocess.TimeoutExpired:
        raise NotMeasured(f"{tool} ran longer than {timeout} s")
    if done.returncode not in (0, 1) or not done.stdout:      # 1: ran, and its own bar was not met
        said = (done.stderr or done.stdout).strip().splitlines()
        raise NotMeasured(f"{tool} ended with {done.returncode}: {' / '.join(said[:3])[:300]}")
    return done.stdout
