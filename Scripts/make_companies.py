#!/usr/bin/env python3
"""Make lexicons/companies/krx.txt and us.txt from two exchange lists.

  python3 Scripts/make_companies.py FOLDER [--out lexicons/companies]

FOLDER holds
  krx.csv   code,name_ko,name_en,market,mic        the listings of the Korea Exchange, largest first
  us.csv    ticker,name,exchange,mic,cik           the registrants of the SEC, largest first

Each becomes one line `ID | NAME | other names ...`, in the order of the list. A name stands for one
listing only: where two share it, the first (the larger) keeps it and the other is written with what
tells them apart. The same lists give the same bytes. Hand-made names belong in aliases.txt, not here.
"""
import argparse
import csv
import pathlib
import re
import sys

# Codes whose English name in the list is that of an earlier company, or of the shell it merged with.
STALE_ENGLISH = {"004990", "214150", "214450", "011760", "218410", "047050", "009830", "012450", "006120",
                 "034310", "227840", "064800", "007340", "127120", "045060"}
# English short forms that mean something else far more often.
TOO_WIDE = {"hyundai", "corporation", "ts", "new", "eg", "tse", "tes", "act", "cas", "im", "nk", "bh", "hk", "km",
            "ia", "d.i", "gst", "mirae", "asia holdings", "korea", "js", "ksp", "kec", "cs", "sti", "ltc", "thn", "dsk",
            "bugs", "unison", "vessel", "nano", "booster", "good people", "fine dnc", "silla", "prp", "sl", "dy", "bit",
            "hana financial seventh spac", "sto", "att", "cis", "lms", "ckh", "scd", "gse", "icd", "ns", "auk"}

# How the press writes names that the SEC's list has in capitals, or without their marks.
SPELLING = {
    "nvidia": "NVIDIA", "jpmorgan": "JPMorgan", "mcdonalds": "McDonald's", "moodys": "Moody's", "lowes": "Lowe's",
    "kohls": "Kohl's", "macys": "Macy's", "wendys": "Wendy's", "dillards": "Dillard's", "dominos": "Domino's",
    "unitedhealth": "UnitedHealth", "conocophillips": "ConocoPhillips", "astrazeneca": "AstraZeneca",
    "pepsico": "PepsiCo", "fedex": "FedEx", "ebay": "eBay", "mckesson": "McKesson", "mercadolibre": "MercadoLibre",
    "nextera": "NextEra", "mccormick": "McCormick", "blackrock": "BlackRock", "paypal": "PayPal",
    "globalfoundries": "GlobalFoundries", "l3harris": "L3Harris", "transdigm": "TransDigm", "autozone": "AutoZone",
    "autonation": "AutoNation", "carmax": "CarMax", "gamestop": "GameStop", "jetblue": "JetBlue", "keycorp": "KeyCorp",
    "firstenergy": "FirstEnergy", "centurylink": "CenturyLink", "verisign": "VeriSign",
    "microstrategy": "MicroStrategy",
    "wesbanco": "WesBanco", "glaxosmithkline": "GlaxoSmithKline", "freeport-mcmoran": "Freeport-McMoRan",
    "arcbest": "ArcBest", "teradyne": "Teradyne", "american": "American", "and": "and", "of": "of", "the": "the",
    "for": "for", "de": "de", "usa": "USA", "us": "US", "u.s.": "U.S.", "uk": "UK", "at&t": "AT&T", "ii": "II",
    "iii": "III",
    "iv": "IV", "vi": "VI", "vii": "VII", "viii": "VIII", "ix": "IX", "xi": "XI", "etf": "ETF", "reit": "REIT",
    "adr": "ADR",
    "asml": "ASML", "hsbc": "HSBC", "sap": "SAP", "kla": "KLA", "tjx": "TJX", "amd": "AMD", "ibm": "IBM", "bp": "BP",
    "icici": "ICICI", "hdfc": "HDFC", "ufj": "UFJ", "cme": "CME", "pnc": "PNC", "ing": "ING", "bae": "BAE",
    "csx": "CSX",
    "slb": "SLB", "aes": "AES", "cms": "CMS", "bny": "BNY", "ubs": "UBS", "cvs": "CVS", "ppl": "PPL", "eog": "EOG",
    "nvr": "NVR",
    "msci": "MSCI", "mgm": "MGM", "nrg": "NRG", "dte": "DTE", "wec": "WEC", "gsk": "GSK", "relx": "RELX",
    "mplx": "MPLX",
    "itt": "ITT", "bce": "BCE", "rpm": "RPM", "ncr": "NCR", "abb": "ABB", "hca": "HCA", "idexx": "IDEXX",
    "oneok": "ONEOK",
    "smucker": "Smucker", "o": "O", "eni": "Eni", "ambev": "Ambev", "air": "Air", "old": "Old", "sun": "Sun",
    "new": "New",
    "gap": "Gap", "oil": "Oil", "gas": "Gas", "one": "One", "red": "Red", "arm": "Arm", "rio": "Rio", "fox": "Fox",
    "all": "All", "bay": "Bay", "sea": "Sea", "big": "Big", "van": "Van", "la": "La", "st": "St", "st.": "St.",
    "co": "Co", "inc": "Inc", "ltd": "Ltd", "eli": "Eli", "lam": "Lam", "ross": "Ross", "san": "San", "dow": "Dow",
    "key": "Key", "dun": "Dun", "nov": "NOV", "geo": "GEO", "lee": "Lee", "ray": "Ray", "ally": "Ally",
    "first": "First",
    "amazon": "Amazon", "com": "com", "ab": "AB", "ag": "AG", "sa": "SA", "nv": "NV", "kb": "KB", "sk": "SK",
    "kt": "KT",
}
# Registered names too far from what is written.
US_NAMES = {
    "AMZN": "Amazon", "LLY": "Eli Lilly", "IBM": "IBM", "NVO": "Novo Nordisk", "SCHW": "Charles Schwab",
    "DHI": "D.R. Horton",
    "AMD": "AMD", "UBS": "UBS", "RIO": "Rio Tinto", "USB": "U.S. Bancorp", "KO": "Coca-Cola", "TD": "TD Bank",
    "BMWKY": "BMW", "BABA": "Alibaba", "TSM": "TSMC",
    "BBVA": "BBVA", "MUFG": "MUFG", "PBR": "Petrobras", "ORLY": "O'Reilly Automotive", "GWW": "W.W. Grainger",
    "AJG": "Arthur J. Gallagher", "BMY": "Bristol Myers Squibb", "SHW": "Sherwin-Williams", "CL": "Colgate-Palmolive",
    "HD": "Home Depot", "DIS": "Walt Disney", "C": "Citigroup", "PG": "Procter & Gamble", "MMM": "3M",
    "BRK-B": "Berkshire Hathaway",
    "DB": "Deutsche Bank", "KMB": "Kimberly-Clark", "HPQ": "HP", "HPE": "Hewlett Packard Enterprise", "ADP": "ADP",
    "UPS": "UPS", "NOC": "Northrop Grumman", "BKNG": "Booking Holdings", "BNTX": "BioNTech",
    "PM": "Philip Morris International",
    "SJM": "J.M. Smucker", "JBHT": "J.B. Hunt", "EL": "Estee Lauder", "TAP": "Molson Coors", "HOG": "Harley-Davidson",
    "DKS": "Dick's Sporting Goods", "M": "Macy's", "RL": "Ralph Lauren", "LVS": "Las Vegas Sands",
    "WBA": "Walgreens Boots Alliance",
    "BBWI": "Bath & Body Works", "ANF": "Abercrombie & Fitch", "CHTR": "Charter Communications",
    "GT": "Goodyear Tire & Rubber",
    "GLDI": "Credit Suisse X-Links",       # notes: the short name means the bank
}

# Depositary receipts of companies that the Korean list holds: the home listing keeps the name.
KOREAN_RECEIPTS = {"KB", "SHG", "PKX", "WF", "SKM", "LPL", "KEP", "KT"}

LEGAL = re.compile(
    r"(?:[\s,]+(?:incorporated|inc|corporation|corp|company|companies|cos|co|limited|ltd|llc|l\.?l\.?c|lp|l\.?p|plc|p\.?l\.?c|"
    r"n\.?v|s\.?a\.?b|s\.?a|s\.?p\.?a|a\.?g|s\.?e|a\.?s\.?a|a/s|a s|ab|kgaa|oyj|tbk|pt|pjsc|"
    r"aktiengesellschaft|de c\.?v|pbc|bhd|berhad|public)\.?"
    r"|\s*[,&]\s*(?:co|company)\.?)$", re.I)
STATE = re.compile(r"\s*[/\\]\s*[A-Za-z. ]{0,8}\s*[/\\]?$")
ADR = re.compile(r"\s*/\s*ADR\s*/?$", re.I)
HOUSE = re.compile(r"\s+(?:holdings?|group|& company)$", re.I)
TRADE = re.compile(
    r"\s+(?:technologies|technology|pharmaceuticals?|therapeutics|platforms|international|industries|communications|motors?|"
    r"laboratories|systems|networks|brands|stores|semiconductor|biosciences|sciences|entertainment|wholesale|software|com)$", re.I)
# What is left of a name when too little is left.
TOO_SHORT = set(
    """general american united first national international global north south western eastern pacific atlantic new old
    standard universal advanced applied digital micro bio health life precision integrated quantum american
    airlines air power energy water data city home medical central northern southern royal superior modern community people
    mid us u.s. korea china japan india canada brazil mexico israel european asia asian golden silver gold diamond star sun
    moon ocean blue red green black white smart future next prime core alpha beta delta omega sigma gamma four two three one
    seven ten public private federal state service services marine mobile media network motion light fusion cell gene energy
    recovery research innovative innovation creative clear pure simple real true total perfect premier select summit regional
    heritage legacy liberty freedom independence patriot eagle lion tiger bear bull wolf fox horizon frontier pioneer discovery
    hudson boston chicago denver houston texas california florida virginia carolina georgia columbia washington pennsylvania
    london paris berlin tokyo hong kong singapore sydney toronto vancouver montreal jersey york angeles francisco diego""".split())


def brief(name):
    """`Palantir Technologies` -> `Palantir`, `Marriott International` -> `Marriott`; itself when that says too little."""
    house = HOUSE.sub("", name)
    trade = TRADE.sub("", house)
    for candidate in (trade, house):
        if len(candidate) >= 4 and candidate.casefold() not in TOO_SHORT:
            return candidate
    return name


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def without_legal_form(name):
    """`MARRIOTT INTERNATIONAL INC /MD/` -> `MARRIOTT INTERNATIONAL`."""
    name = ADR.sub("", name.strip())
    name = STATE.sub("", name) if re.search(r"[A-Za-z]{2}.*[/\\]", name) and not re.search(r"\bA/S\b", name) else name
    while True:
        shorter = LEGAL.sub("", name).rstrip(" ,.&-")
        if shorter == name or len(shorter) < 2:
            break
        name = shorter
    return re.sub(r"^the\s+", "", name, flags=re.I)


def in_case(name, ticker):
    """Sensible case for a name in capitals; a name in mixed case stays, but for words of the spelling table."""
    shouting = without_legal_form(name).upper() == without_legal_form(name)
    words = []
    for word in name.split():
        bare = word.strip(",.()").lower()
        spelled = SPELLING.get(bare)
        if spelled and (shouting or word.isupper()):
            words.append(word.lower().replace(bare, spelled))
        elif not shouting or not re.search(r"[A-Za-z]{3}", word):
            words.append(word)
        elif not re.search(r"[AEIOUY]", word) or len(word) <= 3 and word == ticker:
            words.append(word)
        else:
            words.append(re.sub(r"[A-Z]+(?:'[A-Z]+)?", lambda m: m.group(0).capitalize(), word))
    cased = " ".join(words)
    return cased[:1].upper() + cased[1:] if shouting else cased


def clean(text):
    """No field separator, no comment sign, no double space inside a name."""
    return re.sub(r"\s+", " ", text.replace("|", " ").replace(" #", " ")).strip(" ,")


def korean_lines(listings):
    taken = {row["name_ko"].casefold() for row in listings}
    for row in listings:
        names = [clean(row["name_ko"])]
        english = clean(re.sub(r"\(.*?\)", "", row["name_en"]))
        shares_name = re.search(r"[우](?:\(전환\)|[A-C])?$", row["name_ko"]) and row["code"][-1] != "0"
        dropped = row["code"] in STALE_ENGLISH or shares_name or re.search(r"\bSPAC|Acquisition|스팩", english + row["name_ko"])
        if english and not dropped:
            short = in_case(without_legal_form(re.sub(r"\.\s*,\s*", "., ", english).replace(".,Ltd", "., Ltd")), "")
            for name in (short, english.rstrip(".")):
                key = name.casefold()
                wide = key in TOO_WIDE or (len(name) < 4 and not re.search(r"[&\d]", name)) or len(name) < 3
                if key not in taken and not wide:
                    taken.add(key)
                    names.append(name)
        yield f"{row['mic']}:{row['code']} | " + " | ".join(names)


def identifier(row):
    market = row["mic"] or ("OTC" if row["exchange"] == "OTC" else "XXXX")
    return f"{market}:{row['ticker']}"


def american_lines(listings, korean_names):
    taken, first_of = set(korean_names), {}
    named = {}
    # Of two listings with one name, that on an exchange keeps it, then the larger.
    for row in sorted(listings, key=lambda row: identifier(row)[:4] in ("OTC:", "XXXX")):
        short = US_NAMES.get(row["ticker"]) or clean(in_case(without_legal_form(row["name"]), row["ticker"]))
        full = clean(in_case(ADR.sub("", STATE.sub("", row["name"])) if "/" in row["name"] else row["name"], row["ticker"]))
        name = short
        if row["ticker"] in KOREAN_RECEIPTS:
            name = short = f"{short} ADR"
        elif row["cik"] in first_of:
            name = f"{first_of[row['cik']]} {row['ticker']}"
        elif name.casefold() in taken:
            name = full if full.casefold() not in taken else f"{short} {row['ticker']}"
        else:
            first_of[row["cik"]] = short
        taken.add(name.casefold())
        named[row["ticker"]] = (row, name, short, full)
    ordered = [named[row["ticker"]] for row in listings]
    # Shorter forms come last, so that none of them takes away another company's own name.
    shorts = {}
    for row, name, short, full in ordered:
        if name != short:
            continue
        shorts.setdefault(brief(short).casefold(), []).append(identifier(row))
    for row, name, short, full in ordered:
        names = [name]
        if name == short:
            plain_full = clean(full.replace(",", "")).rstrip(".")
            one_word = " " not in short and plain_full.casefold() != short.casefold()
            if one_word and plain_full.casefold() not in taken:
                taken.add(plain_full.casefold())
                names.append(plain_full)  # Target may be a word, Target Corp is a company
            shorter = brief(short)
            if shorts[shorter.casefold()] == [identifier(row)] and shorter.casefold() not in taken:
                taken.add(shorter.casefold())
                names.append(shorter)
        yield f"{identifier(row)} | " + " | ".join(names)


def write(path, heading, lines):
    lines = list(lines)
    path.write_text(f"# {heading}\n# Made by Scripts/make_companies.py: do not edit, add names in aliases.txt.\n"
                    + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines)} listings", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, help="holds krx.csv and us.csv")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent.parent / "lexicons" / "companies")
    options = parser.parse_args()
    try:
        american = rows(options.folder / "us.csv")
        korean = list(korean_lines(rows(options.folder / "krx.csv")))
        korean_names = {name.casefold() for line in korean for name in line.split(" | ")[1:]}
        write(options.out / "krx.txt", "Listings of the Korea Exchange: ID | NAME | other names.", korean)
        write(options.out / "us.txt", "Listings in the United States: ID | NAME | other names.", american_lines(american, korean_names))
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        sys.exit(f"make_companies.py: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
