"""Set random line charts and judge where values stand: check.py TYPESET SCRATCH FIRST COUNT

A value of a single series stands beside its own point, in the middle of it, and
neither the target nor the mean, nor another value, goes through it.  Read from the
PDF by tests/tables/drawn.py.  One line for each fault with the chart's seed, and
status 1.
"""
import pathlib
import random
import subprocess
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources
sys.path[1:1] = [str(pathlib.Path(__file__).parent.parent / name) for name in ("pdf", "tables")]

import drawn
from document import Document

LEVEL = 1.0  # how thick the line of a target or mean is, and of nothing else
PLOT = 42 * 72 / 25.4  # how high
CAP, TAIL = 0.73, 0.2  # of the size: figures, and what goes below the baseline


class Chart:
    def __init__(self, seed):
        dice = random.Random(seed)
        self.seed = seed
        periods = dice.randint(1, 12)
        middle = dice.uniform(-50, 500)
        spread = dice.choice((0, 1, 10, 100))
        self.values = [round(dice.uniform(middle - spread, middle + spread), 1)
                       for _ in range(periods)]
        near = dice.choice(self.values)
        self.target, self.mean = (
            round(near + dice.uniform(-0.2, 0.2) * spread, 1) if dice.random() < share else None
            for share in (0.9, 0.4))
        self.missing = {at for at in range(periods) if periods > 2 and dice.random() < 0.1}
        self.end = dice.choice((" %", "", " 000 kr"))

    def print(self, at):
        return f"{self.values[at]}{self.end}".replace(".", ",").replace("-", "−").replace(" ", "\u00a0")

    def xml(self):
        levels = "".join(f' {name}="{value}" {name}-print="{name} {value}"' for name, value in
                         (("target", self.target), ("mean", self.mean)) if value is not None)
        bars = "".join(
            f'<bar label="{2000 + at}" print="–"/>' if at in self.missing else
            f'<bar label="{2000 + at}" print="{self.print(at)}" value="{value}"/>'
            for at, value in enumerate(self.values))
        return (f'<section id="s{self.seed}" new-page="true"><title><run>{self.seed}</run></title>'
                f'<chart id="c{self.seed}" kind="trend" title="Linje" alt="Linje"{levels}>{bars}'
                "</chart></section>")


def report(charts):
    head = pathlib.Path("tests/golden/typeset/breaks/report.xml").read_text().split("<body>")[0]
    return head + "<body>" + "".join(chart.xml() for chart in charts) + "</body><data/></report>"


class Box:
    def __init__(self, text):
        self.text = text.text
        self.left, self.right = text.x, text.end
        self.top, self.bottom = text.y + CAP * text.size, text.y - TAIL * text.size

    def meets(self, other):
        return (self.left < other.right and other.left < self.right and
                self.bottom < other.top and other.bottom < self.top)


def points_of(chart, labels, rules):
    """Where the points are: over their labels, between the lines of the grid."""
    top = max(rule[2] for rule in rules)
    shown = [value for at, value in enumerate(chart.values) if at not in chart.missing]
    shown += [level for level in (chart.target, chart.mean) if level is not None]
    low, high = min(shown), max(shown)
    share = (lambda value: (value - low) / (high - low)) if high > low else lambda value: 0
    return {at: (labels[at], top - PLOT + PLOT * share(value))
            for at, value in enumerate(chart.values) if at not in chart.missing}


def faults(chart, page):
    grid = [rule for rule in page.rules if abs(rule[3] - 0.25) < 0.01 and
            rule[2] < page.height - 100]
    levels = [rule[2] for rule in page.rules if abs(rule[3] - LEVEL) < 0.01 and
              abs(rule[1] - rule[0]) > 20]
    left, right = grid[0][0], grid[0][1]
    count = len(chart.values)
    xs = {at: left + (right - left) * (at / (count - 1) if count > 1 else 0.5)
          for at in range(count)}
    points = points_of(chart, xs, grid)
    boxes = []
    for at, (x, y) in points.items():
        wanted = chart.print(at)
        found = [Box(text) for text in page.texts if text.text.strip() == wanted.strip() and
                 abs((text.x + text.end) / 2 - x) < 0.1]
        if len(found) != 1:
            yield f"{wanted!r} stands {len(found)} times at {x:.1f}"
            continue
        boxes.append(found[0])
        away = max(found[0].bottom - y, y - found[0].top)
        if not 1 < away < 22:
            yield f"{wanted!r} stands {away:.1f} pt from its point"
        for level in levels:
            if found[0].bottom < level < found[0].top:
                yield f"{wanted!r} at {x:.1f} has a line through it"
    near = max(box.right - box.left for box in boxes) > (right - left) / max(1, count - 1)
    for one, two in zip(boxes, boxes[1:]):
        if one.meets(two) and not near:
            yield f"{one.text!r} lies over {two.text!r}"


def main(typeset, scratch, first, count):
    charts = [Chart(seed) for seed in range(int(first), int(first) + int(count))]
    scratch = pathlib.Path(scratch)
    (scratch / "charts.xml").write_text(report(charts))
    subprocess.run([typeset, "--output", str(scratch), str(scratch / "charts.xml")], check=True)
    wrong = 0
    for chart, page in zip(charts, drawn.read(Document(scratch / "report.pdf")), strict=True):
        for fault in faults(chart, page):
            print(f"chart {chart.seed}: {fault}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
