"""Documents made to exhaust a reader: each must be refused or read in 2 s of processor time and 64 MiB above the idle program."""
import json
import os
import resource
import subprocess

from evaluation import Figure

CPU_LIMIT = 2.0                 # seconds
MEMORY_LIMIT = 64               # MiB above what the program needs for a small document of the kind
TIME_LIMIT = 60                 # seconds of wall time, after which a document counts as hanging
MEBIBYTE = 1 << 20


def bombs(setting):
    idle = {kind: run(setting, kind, document)[2] for kind, document in SMALL.items()}
    worst_cpu = worst_memory = (0.0, "")
    broken = []
    for name, kind, make in BOMBS:
        status, cpu, memory = run(setting, kind, encoded(make()))
        above = memory - idle[kind]
        worst_cpu, worst_memory = max(worst_cpu, (cpu, name)), max(worst_memory, (above, name))
        if status not in (0, 4) or cpu > CPU_LIMIT or above > MEMORY_LIMIT:
            broken.append(f"{name} (exit {status}, {cpu:.2f} s, {above:.0f} MiB)")
    return [
        Figure("bombs.documents", len(BOMBS), goal=60),
        Figure("bombs.broken_through", len(broken), goal=0, at_most=True, note="; ".join(broken)),
        Figure("bombs.worst_cpu_s", worst_cpu[0], goal=CPU_LIMIT, at_most=True, note=worst_cpu[1]),
        Figure("bombs.worst_mib_above_idle", worst_memory[0], goal=MEMORY_LIMIT, at_most=True, note=worst_memory[1]),
    ]


def run(setting, kind, document):
    """Exit code or minus the signal, seconds of processor time, MiB at the peak."""
    path = setting.scratch / f"bomb.{kind}"
    path.write_bytes(document)
    words = {"xml": ["feed", "parse"], "json": ["feed", "parse"], "html": ["extract"], "ndjson": ["score", "--input", "ndjson"]}
    command = setting.command(*words[kind], str(path)) if kind in ("html", "ndjson") else [
        str(setting.program), *words[kind], str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (TIME_LIMIT, TIME_LIMIT)))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


# ---------------------------------------------------------------- documents

def encoded(document):
    return document if isinstance(document, bytes) else document.encode("utf-8", "surrogateescape")


def rss(inside, head="<rss version='2.0'><channel>"):
    return f"{head}<item><title>kept</title></item>{inside}</channel></rss>"


def item(description):
    return rss(f"<item><title>x</title><description>{description}</description></item>")


def entities(levels, width):
    """Each entity names the one before `width` times."""
    lines = ['<!ENTITY e0 "lol">'] + [
        f'<!ENTITY e{n} "{f"&e{n - 1};" * width}">' for n in range(1, levels + 1)]
    return f"<?xml version='1.0'?><!DOCTYPE rss [{''.join(lines)}]>" + item(f"&e{levels};")


def attributes(count, tag="item"):
    return f"<{tag}" + "".join(f" a{n}='1'" for n in range(count)) + ">"


def names(count, pattern):
    return "".join(pattern.format(n=n) for n in range(count))


def page(inside):
    return f"<html><head><title>kept</title></head><body>{inside}</body></html>"


PROSE = "The company said that profit rose in the third quarter as orders grew, and raised its outlook for the year. "

SMALL = {"xml": rss("").encode(), "json": b'{"version":"https://jsonfeed.org/version/1.1","items":[]}',
         "html": page(f"<p>{PROSE}</p>").encode(), "ndjson": b'{"id":"1","title":"Profit rises"}\n'}

BOMBS = [
    ("entities-nine-levels", "xml", lambda: entities(9, 10)),
    ("entities-thirty-levels", "xml", lambda: entities(30, 2)),
    ("entity-quadratic", "xml", lambda: f"<!DOCTYPE rss [<!ENTITY a '{'x' * 100_000}'>]>" + item("&a;" * 20_000)),
    ("entity-external", "xml", lambda: "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///dev/zero'>]>" + item("&a;")),
    ("entity-parameter", "xml", lambda: "<!DOCTYPE rss [<!ENTITY % a '<!ENTITY b \"x\">'>%a;]>" + item("&b;" * 10_000)),
    ("doctype-endless", "xml", lambda: "<!DOCTYPE rss [" + "<!ELEMENT a ANY>" * 200_000),
    ("doctype-external", "xml", lambda: "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'>" + rss("")),
    ("depth-100k", "xml", lambda: rss("<a>" * 100_000)),
    ("depth-1m", "xml", lambda: rss("<a>" * 1_000_000)),
    ("depth-closed", "xml", lambda: rss("<a>" * 100_000 + "</a>" * 100_000)),
    ("depth-in-broken-feed", "xml", lambda: rss("& " + "<a>" * 500_000)),
    ("attributes-200k", "xml", lambda: rss(attributes(200_000) + "</item>")),
    ("attributes-long-value", "xml", lambda: rss(f"<item a='{'x' * 5_000_000}'></item>")),
    ("attributes-on-every-item", "xml", lambda: rss((attributes(60) + "</item>") * 4_000)),
    ("namespaces-50k", "xml", lambda: rss("<item " + names(50_000, "xmlns:n{n}='u{n}' ") + "></item>")),
    ("namespaces-nested", "xml", lambda: rss(names(90, "<n{n}:a xmlns:n{n}='u{n}'>") * 200)),
    ("element-names-100k", "xml", lambda: rss("<item>" + names(100_000, "<e{n}/>") + "</item>")),
    ("element-name-1mb", "xml", lambda: rss("<" + "a" * 1_000_000 + "/>")),
    ("prefix-1mb", "xml", lambda: rss("<" + "p" * 1_000_000 + ":a/>")),
    ("items-400k-empty", "xml", lambda: rss("<item/>" * 400_000)),
    ("items-100k", "xml", lambda: rss("<item><title>x</title></item>" * 100_000)),
    ("fields-500k", "xml", lambda: rss("<item>" + "<category>x</category>" * 400_000 + "</item>")),
    ("enclosures-100k", "xml", lambda: rss("<item>" + names(100_000, "<enclosure url='http://e.example/{n}'/>") + "</item>")),
    ("text-11mb", "xml", lambda: item("x" * 11_000_000)),
    ("cdata-9mb", "xml", lambda: item("<![CDATA[" + "<p>" * 3_000_000 + "]]>")),
    ("cdata-open", "xml", lambda: item("<![CDATA[" + "x" * 5_000_000)),
    ("cdata-many", "xml", lambda: item("<![CDATA[x]]>" * 700_000)),
    ("comment-open", "xml", lambda: rss("<!--" + "-" * 5_000_000)),
    ("comments-many", "xml", lambda: rss("<!-- -->" * 1_000_000)),
    ("instructions-many", "xml", lambda: rss("<?a b?>" * 1_000_000)),
    ("angle-brackets", "xml", lambda: rss("<" * 5_000_000)),
    ("ampersands", "xml", lambda: item("&" * 5_000_000)),
    ("references-huge", "xml", lambda: item("&#999999999999;" * 400_000)),
    ("references-surrogate", "xml", lambda: item("&#xD800;" * 600_000)),
    ("references-twice", "xml", lambda: item("&amp;amp;amp;lt;" * 400_000)),
    ("escaped-markup-deep", "xml", lambda: item("&lt;div&gt;" * 400_000)),
    ("escaped-attributes", "xml", lambda: item("&lt;a " + "x=&quot;1&quot; " * 200_000 + "&gt;")),
    ("escaped-quotes-open", "xml", lambda: item("&lt;a b=&quot;" * 300_000)),
    ("xhtml-deep", "xml", lambda: "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>" + "<div>" * 300_000),
    ("base-chain", "xml", lambda: rss(names(90, "<item xml:base='a{n}/'>"))),
    ("url-1mb", "xml", lambda: rss(f"<item><link>http://e.example/{'../' * 300_000}</link></item>")),
    ("date-1mb", "xml", lambda: rss(f"<item><pubDate>{'1 ' * 500_000}</pubDate></item>")),
    ("combining-marks", "xml", lambda: rss(f"<item><title>a{chr(0x0301) * 1_000_000}</title></item>")),
    ("joiners", "xml", lambda: rss(f"<item><title>{(chr(0x1F468) + chr(0x200D)) * 500_000}</title></item>")),
    ("utf16-blanks", "xml", lambda: b"\xff\xfe" + b" \x00" * 2_000_000),
    ("broken-utf8", "xml", lambda: item("\udcff" * 5_000_000)),
    ("nul-bytes", "xml", lambda: rss("\x00" * 5_000_000)),
    ("json-depth", "json", lambda: "[" * 2_000_000),
    ("json-depth-objects", "json", lambda: '{"a":' * 1_000_000),
    ("json-items", "json", lambda: '{"version":"https://jsonfeed.org/version/1","items":[' + '{"id":"1"},' * 700_000),
    ("json-escapes", "json", lambda: '{"version":"https://jsonfeed.org/version/1","title":"' + "\\u0041" * 1_500_000 + '"}'),
    ("json-number", "json", lambda: '{"version":' + "9" * 5_000_000 + "}"),
    ("html-depth", "html", lambda: page("<div>" * 1_000_000)),
    ("html-attributes", "html", lambda: page(attributes(200_000, "div") + PROSE)),
    ("html-tags-unclosed", "html", lambda: page("<" * 2_000_000)),
    ("html-blocks", "html", lambda: page("<p>a" * 700_000)),
    ("html-links", "html", lambda: page("<a href=x>" + PROSE[:20] + "</a>" * 60_000)),
    ("html-tables", "html", lambda: page("<table><tr><td>" * 200_000)),
    ("html-scripts", "html", lambda: page("<script>x=[[[[[{</script>" * 80_000)),
    ("html-script-json", "html", lambda: page('<script type="application/json">' + "[" * 1_900_000 + "</script>")),
    ("html-references", "html", lambda: page("&ampampamp" * 200_000)),
    ("html-repeated-prose", "html", lambda: page(f"<p>{PROSE}</p>" * 16_000)),
    ("ndjson-depth", "ndjson", lambda: '{"id":' + "[" * 2_000_000 + "\n"),
    ("ndjson-long-line", "ndjson", lambda: json.dumps({"id": "1", "title": "x", "body": PROSE * 20_000}) + "\n"),
]
