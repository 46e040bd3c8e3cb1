#!/usr/bin/env python3
"""How fast and how small `newsward poll` is, against a publisher on this machine.

    poll.py NEWSWARD [--feeds N] [--entries N] [--folder FOLDER] [--rounds N] [--sick PERCENT] [--hosts N]

Makes N feeds of M entries (or takes the files of FOLDER), serves them with feed_server.c on loopback, and runs the
program as a user would: a cold poll (fetch, parse, score, store), then idle ones (nothing is due: what starting costs)
and warm ones (304); warm less idle is what a running daemon pays. Prints for each the feeds per second, the processor
seconds of the program, its largest resident memory, and what the program says that it polled and stored. With --sick
so many of a hundred feeds hang, drip or break; with --hosts the feeds are spread over as many addresses, each with the
usual limits of a host.
"""
import argparse, datetime, os, pathlib, random, resource, subprocess, sys, tempfile, time
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
COMPANIES = ["Samsung Electronics", "SK Hynix", "Kakao", "Naver", "Apple", "NVIDIA", "Boeing", "Tesla", "Intel", "Pfizer"]
DEEDS = ["raises its forecast", "recalls a product", "is sued over patents", "names a new chief", "opens a plant",
         "cuts jobs", "wins an order", "delays a launch", "reports a loss", "buys a rival", "denies a report"]
FILLERS = ["The company said so in a statement on {day}.", "Analysts had expected as much for {n} weeks.",
           "Shares moved {n} percent in early trading.", "A spokesman did not comment on the amount.",
           "The market for such goods grew {n} percent last year.", "Rivals are said to plan the same by {day}.",
           "About {n} people work at the site.", "The decision takes effect on {day}."]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


def make_feeds(folder, feeds, entries, seed=7):
    """RSS 2.0 with short and long texts in turn, all titles different."""
    chance = random.Random(seed)
    now = datetime.datetime.now(datetime.timezone.utc)
    for feed in range(feeds):
        items = []
        for entry in range(entries):
            title = f"{chance.choice(COMPANIES)} {chance.choice(DEEDS)}, report {feed}-{entry}"
            count = chance.randint(2, 4) if feed % 5 else 30
            text = " ".join(chance.choice(FILLERS).format(day=chance.choice(DAYS), n=chance.randint(2, 90))
                            for _ in range(count))
            date = now - datetime.timedelta(minutes=chance.randrange(60 * 24 * 20))
            items.append(f"<item><title>{escape(title)}</title><link>https://news.example/{feed}/{entry}</link>"
                         f"<guid>https://news.example/{feed}/{entry}</guid>"
                         f"<pubDate>{date:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
                         f"<description>{escape('<p>' + text + '</p>')}</description></item>\n")
        text = f"<rss version=\"2.0\"><channel><title>Feed {feed}</title>{''.join(items)}</channel></rss>"
        (folder / f"f{feed:05}.xml").write_text(text, encoding="utf-8")


def configure(folder, names, port, hosts):
    """A configuration with all feeds, spread over so many addresses of 127.0.0.0/8."""
    limits = "connections: 100, spacing: 0s" if hosts == 1 else "connections: 2, spacing: 1s"
    addresses = [f"127.0.{index // 250}.{index % 250 + 1}" for index in range(hosts)]
    lines = ["data: data", "alerts: alerts", "dashboard: {port: 0}", "fetching:", "  allow_networks: [127.0.0.0/8]"]
    if hosts == 1:
        lines += [f"  hosts: {{{addresses[0]}: {{{limits}}}}}"]
    lines += ["feeds:"]
    for index, name in enumerate(names):
        lines += [f"  - url: http://{addresses[index % hosts]}:{port}/{name}", f"    source: {name}"]
    (folder / "newsward.yaml").write_text("\n".join(lines) + "\n")
    (folder / "alerts").mkdir()
    (folder / "alerts/rules.yaml").write_text("rules:\n  - name: grave\n    matchers: [\"severity >= 60\"]\n")
    (folder / "alerts/routes.yaml").write_text("route:\n  receivers: [lines]\n  group_by: [alert]\n")
    (folder / "alerts/receivers.yaml").write_text(
        "receivers:\n  - name: lines\n    type: file\n    path: alerts.jsonl\n    fsync: false\n")


def run(program, folder, arguments):
    """Wall seconds, processor seconds and largest resident MiB of one run, and what it said."""
    begin = time.perf_counter()
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("newsward")
    for name, value in (("feeds", 1000), ("entries", 50), ("rounds", 3), ("sick", 0), ("hosts", 1)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    program = str(pathlib.Path(options.newsward).resolve())
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        feeds = options.folder or work / "feeds"
        if not options.folder:
            feeds.mkdir()
            make_feeds(feeds, options.feeds, options.entries)
        names = sorted(path.name for path in feeds.iterdir() if path.is_file())[:options.feeds]
        server = work / "feed_server"
        subprocess.run([os.environ.get("CC", "cc"), "-O2", "-o", server, HERE / "feed_server.c"], check=True)
        publisher = subprocess.Popen([server, feeds, str(options.sick)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            configure(work, names, int(publisher.stdout.readline()), options.hosts)
            wall, _, _, _ = run(program, work, ["check"])
            print(f"start     {wall:.2f} s until the files are read (newsward check)")
            plan = [("cold", ["poll", "--all"])]
            for _ in range(options.rounds):
                plan += [("idle", ["poll"]), ("warm", ["poll", "--all"])]
            for kind, arguments in plan:
                wall, cpu, memory, output = run(program, work, arguments)
                first = output.splitlines()[0] if output else ""
                print(f"{kind}      {len(names) / wall:8.0f} feeds/s  {wall:6.2f} s  {cpu:6.2f} CPU s  {memory:5.0f} MiB  {first}")
        finally:
            publisher.stdin.close()
            publisher.wait()


if __name__ == "__main__":
    sys.exit(main())
