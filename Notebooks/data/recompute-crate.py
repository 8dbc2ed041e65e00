#!/usr/bin/env python3
"""Recomputes the figures of crates that leerkring wrote, without leerkring. Usage: recompute-crate.py CRATE…   (folders or zips)

Works out anew, of the lines, the files that travelled and the values that were given: direct and synthetic estimates, benchmarks, gaps, the
order of bids and the ledger of a sheet to 12 digits; what was drawn within four Monte Carlo standard errors of both draws together. Says
which figures it does not know how to compute, and which no longer follow because a file changed. Exit 1 where one differs or a file changed.
"""
import csv, hashlib, io, json, math, os, random, re, shlex, statistics, sys, zipfile

DIGITS, ERRORS, Z95, BATCHES, BATCH = 1e-12, 4, statistics.NormalDist().inv_cdf(0.975), 20, 5000
GRADES = ["niet-nodig", "prettig", "zeer-wenselijk", "noodzakelijk"]
BANDS = [(0, 15, "k_0Tot15Jaar", "a_00_14"), (15, 25, "k_15Tot25Jaar", "a_15_24"), (25, 45, "k_25Tot45Jaar", "a_25_44"),
         (45, 65, "k_45Tot65Jaar", "a_45_64"), (65, None, "k_65JaarOfOuder", "a_65_oo")]

class Unknown(Exception): """What this program does not know how to compute, or cannot for want of a file."""

def number(text):
    """A number as it stands in a file; None where there is none."""
    return float(text.replace(",", ".")) if re.fullmatch(r"\s*-?\d*[.,]?\d+\s*", text or "") else None
def share(text):
    """A part of one, typed as `.4` or `40%`."""
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
def columns(rows):
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}

class Crate:
    """The files of a crate and what its description tells of the runs."""
    def __init__(self, path):
        self.path, self.archive = path, zipfile.ZipFile(path) if os.path.isfile(path) else None
        self.entities = {one["@id"]: one for one in json.loads(self.bytes("ro-crate-metadata.json"))["@graph"]}
        self.runs = [self.entities[i] for i in self.ids(self.entities["./"], "mentions")]
        self.cells, self.tables, self.changed = {}, {}, set()
        for name, one in self.entities.items():
            if "#cell=" in name:
                self.cells.setdefault(name.split("#")[0], []).append(one)
            if one["@type"] == "File" and "sha256" in one and hashlib.sha256(self.bytes(name)).hexdigest() != one["sha256"]:
                self.changed.add(name)
    def bytes(self, name):
        return self.archive.read(name) if self.archive else open(os.path.join(self.path, name), "rb").read()
    @staticmethod
    def ids(entity, name):
        found = entity.get(name, [])
        return [one["@id"] for one in (found if isinstance(found, list) else [found])]
    def result(self, run):
        """The name of the file with what a run gave, its tables as columns by name, and its single figures."""
        parts = self.ids(self.entities[run["@id"] + "-result"], "hasPart")
        name = next((i for i in parts if i.endswith(".json") and not i.endswith("-metadata.json")), None)
        tables, facts = [], {}
        for block in json.loads(self.bytes(name))["blocks"] if name else []:
            if block["kind"] == "table":
                tables.append({c["name"]: c["values"] for c in block["table"]["columns"]})
            elif block["kind"] == "facts":
                facts.update({f["name"]: f["value"].get("number") if isinstance(f["value"], dict) else f["value"] for f in block["facts"]})
        return name, parts, tables, facts
    def inputs(self, run):
        """The files of a run that travelled, the names of those that did not, and its parameters."""
        all_ = [self.entities[i] for i in self.ids(run, "object") if i in self.entities]
        given = {e["name"]: e["value"] for e in all_ if e.get("propertyID") == "parameter"}
        return [e for e in all_ if e["@type"] == "File"], [e["name"] for e in all_ if e["@type"] == "CreativeWork" and "sha256" in e], given
    def rows(self, name):
        """A delimited file as a list of rows, the heading first."""
        if name not in self.tables:
            text = self.bytes(name).decode("utf-8-sig")
            mark = max(";,\t|", key=text.split("\n", 1)[0].count)
            self.tables[name] = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=mark)]
        return self.tables[name]
    def cell(self, reference):
        """The number in a cell `FILE#cell=ROW,COLUMN`; None where that is none."""
        name, *place = re.split("#cell=|,", reference)
        isfile = len(place) == 2 and self.entities.get(name, {}).get("@type") == "File"
        return number(self.rows(name)[int(place[0]) - 1][int(place[1]) - 1]) if isfile else None

class Tools:
    """What the lines so far have made, worked out by this program alone."""
    def __init__(self, crate):
        self.crate, self.areas, self.health, self.names, self.stock, self.start, self.missing = crate, {}, {}, {}, {}, None, set()
        self.people, self.shares, self.votes, self.offered, self.money = {}, {}, {}, {}, []
        self.invested, self.effects, self.tender, self.bids, self.variables = [], {}, {}, [], {}
    def take(self, run, words, flags, table, facts):
        """Reads the files that a line brought in."""
        self.missing.update(self.crate.inputs(run)[1])
        for file in self.crate.inputs(run)[0]:
            self.start = json.loads(self.crate.bytes(file["@id"])) if file["name"] == "starting.json" else self.start
            if not file["name"].endswith(".csv"):
                continue
            head, *rows = self.crate.rows(file["@id"])
            rows = [dict(zip(head, row)) for row in rows if row]
            code, years = next((c for c in ("Codering_3", "gwb_code") if c in head), None), re.findall(r"\d{4}", file.get("temporalCoverage", ""))
            if "item" in head:
                self.stock.update({(row.get("area") or row["code"], row["item"]): (number(row["capacity"]), row["unit"]) for row in rows})
            elif "Leeftijd" in head:
                key = {"80200": "65+", "20300": "18+"}.get(rows[0]["Leeftijd"]), int(rows[0]["Perioden"][:4])
                self.health[key] = {row[code].replace("NL01", "NL00"): row for row in rows if row["Marges"] == "MW00000"}
            elif code and years:
                self.areas[int(years[-1])] = {row[code]: row for row in rows}
                for row in rows:
                    self.names.setdefault(row.get("WijkenEnBuurten") or row.get("regio"), []).append(row[code])
    def lacks(self, what): return Unknown("did not travel: " + ", ".join(sorted(self.missing)) if self.missing else what)
    @staticmethod
    def figure(row, *beginnings):
        """The first figure whose column is called so, with or without a number behind it."""
        for cell in [c for b in beginnings for n, c in row.items() if (n == b or n.startswith(b + "_")) and number(c) is not None]:
            return number(cell)
        raise Unknown("a figure is missing")
    def area(self, code, within=""):
        """The code of an area, the newest year in which it has key figures, and these; a name may stand in several municipalities."""
        code = next((c for c in self.names.get(code, [code]) if within in c), code)
        for year in sorted((year for year, rows in self.areas.items() if code in rows), reverse=True):
            return code, year, self.areas[year][code]
        raise self.lacks("area " + code)
    def percentage(self, stem, age, code, year):
        """A percentage of the nearest year, as a part of one; of two as near the newer."""
        years = sorted((y for a, y in self.health if a == age), key=lambda y: (abs(y - year), -y))
        rows = [self.health[age, y].get(code, {}) for y in years]
        return next((number(c) / 100 for row in rows for n, c in row.items() if n.startswith(stem + "_") and number(c) is not None), None)
    def country(self, low, high):
        """People of the Netherlands of these ages; a band that is cut counts by its years."""
        total = 0.0
        for band in self.start["population"]["bands"]:
            first, last = band["age_from"], 1000 if band["age_to"] is None else band["age_to"] + 1
            part = max(0, min(last, high or 1000) - max(low, first)) / (last - first)
            total += band["people"] * (part if last < 1000 else part > 0)
        return total
    def by_age(self, code, row, low, high):
        """People of an area of these ages; a part of a band divides as that of the country."""
        total = 0.0
        for first, last, *names in BANDS:
            begin, end = max(low, first), min((h for h in (high, last) if h is not None), default=None)
            if end is None or begin < end:
                isnational = code == "NL00" and (begin, end) != (first, last)
                part = 1 if (begin, end) == (first, last) or isnational else self.country(begin, end) / self.country(first, last)
                total += self.country(begin, end) if isnational else self.figure(row, *names) * part
        return total
    def synthetic(self, group, code):
        """People times rates by age; where RIVM has a percentage for the area, that goes before the national rate."""
        found = next((g for g in (self.start or {"groups": []})["groups"] if group in [g["id"], *g["names"]]), {"cells": [], "indicator": ""})
        code, year, row = self.area(code)
        ages = [(c["age_from"], None if c["age_to"] is None else c["age_to"] + 1) for c in found["cells"]]
        people, rates = [self.by_age(code, row, *age) for age in ages], [c["rate"] for c in found["cells"]]
        of = lambda age: self.percentage(found["indicator"], age, code, year) if found["indicator"] else None
        adults = of("18+")
        over = adults if of("65+") is None else of("65+")
        old, middle = (ages.index(age) if age in ages else None for age in ((65, None), (18, 65)))
        if old is not None and over is not None:
            rates[old] = over
        if middle is not None and adults is not None and people[middle]:
            older = people[old] if old is not None else 0
            rates[middle] = min(max((adults * (people[middle] + older) - over * older) / people[middle], 0), 1)
        if not rates:
            raise Unknown("rates of '%s'" % group)
        count = sum(p * r for p, r in zip(people, rates))
        return {"population": sum(people), "estimate": count, "rate": count / sum(people)}
    def direct(self, stem, age, code):
        """People times a percentage."""
        code, year, row = self.area(code)
        people, rate = self.figure(row, "k_65JaarOfOuder", "a_65_oo"), self.percentage(stem, age, code, year)
        if rate is None or age != "65+":
            raise self.lacks("percentage of %s, %s" % (stem, age))
        return {"population": people, "rate": rate, "estimate": people * rate}
    def one(self, flags, code):
        return self.synthetic(flags["group"], code) if "group" in flags else self.direct(flags["indicator"], flags.get("age"), code)
    def estimate(self, run, words, flags, table, facts):
        within = {"wijk": "WK", "buurt": "BU"}.get(flags.get("level"), "") + flags.get("in", "")[2:]
        rows = [self.one(flags, self.area(key, within)[0]) for key in table.get("area") or table["name"]]
        self.offered[flags.get("indicator") or flags["group"]] = sum(row["estimate"] for row in rows) if "offer" in flags else None
        return [columns(rows)], {}
    def benchmark(self, run, words, flags, table, facts):
        """What an area would have with the share elsewhere, and between which shares chance keeps it."""
        reference = {"gemeente": "GM" + self.area(words[2])[0][2:6], "nederland": "NL00"}.get(flags.get("with", "gemeente"))
        if not reference:
            raise Unknown("yardstick '%s'" % flags["with"])
        mean, rows = self.one(flags, reference)["rate"], []
        for key in table["area"]:
            row = self.one(flags, key)
            expected, half = mean * row["population"], Z95 * math.sqrt(mean * (1 - mean) / row["population"])
            row.update(observed=row["estimate"], observed_rate=row["rate"], expected=expected, ratio=row["estimate"] / expected)
            rows.append(dict(row, expected_rate=mean, funnel_low=max(0, mean - half), funnel_high=min(1, mean + half)))
        return [columns(rows)], rows[0]
    def need(self, run, words, flags, table, facts):
        if words[2] == "people":
            low, high = (float(flags.get(end, words[5])) for end in ("low", "high"))
            self.people.setdefault(self.area(words[3])[0], {})[words[4]] = (float(words[5]), low, high)
        elif words[2] == "shares":
            self.shares[words[3]] = {pair.split("=")[0]: share(pair.split("=")[1]) for pair in words[4:]}
        elif words[2] == "set":
            for situation in ("inwonend", "uitwonend", "geen") if words[5] == "alle" else words[5:6]:
                self.votes.setdefault((words[3], words[4], situation), {})[flags["by"]] = words[6]
    def gaps(self, area, condition, factor=1, added=0):
        """People who need it by the circle's median, its lowest and its highest grade, beside what there is."""
        row = dict.fromkeys(("demand", "demand_low", "demand_high", "split_low", "split_high"), 0.0)
        everybody, unknown, isknown = 0.0, 0.0, False
        for group, counts in self.people.get(area, {}).items():
            for situation, part in self.shares.get(group, {}).items():
                votes = list(self.votes.get((group, condition, situation), {}).values())
                grades = sorted(GRADES.index(v) for v in votes if v in GRADES)
                count, least, most = (n * factor * part for n in counts)
                everybody, isknown = everybody + count, isknown or bool(grades)
                unknown += count * (1 - len(grades) / len(votes) if votes else 1)
                for name, place, amount in (("demand", (len(grades) - 1) // 2, count), ("demand_low", 0, least), ("split_low", 0, count),
                                            ("demand_high", -1, most), ("split_high", -1, count)):
                    row[name] += amount if grades and grades[place] == 3 else 0
        supply, unit = self.stock.get((area, condition), (None, ""))
        supply, row = None if supply is None else supply + added, row if isknown else dict.fromkeys(row)
        counts = supply is not None and isknown and unit != "uren"
        row.update({"gap" + end: row["demand" + end] - supply if counts else None for end in ("", "_low", "_high")})
        return dict(row, supply=supply, coverage=supply / row["demand"] if counts and row["demand"] else None,
                    unknown_share=unknown / everybody if everybody else None)
    def gap(self, run, words, flags, table, facts):
        if self.start: raise Unknown("needs on national starting values")
        if self.missing and not self.stock: raise self.lacks("supply")
        area, factor, added = self.area(words[2])[0], 1, {}
        for kind, name, size in [change.split() for change in flags.get("what-if", "").split(",") if change]:
            factor, added[name] = (1 + share(size.lstrip("+")), 0) if kind == "group" else (factor, float(size))
        now = [self.gaps(area, c) for c in table["precondition"]]
        found = columns(now)
        if "what-if" in flags:
            then = [self.gaps(area, c, factor, added.get(c, 0)) for c in table["precondition"]]
            found.update({name + "_then": values for name, values in columns(then).items()})
            found["gap_change"] = [None if None in (a["gap"], b["gap"]) else b["gap"] - a["gap"] for a, b in zip(now, then)]
        # What lies near enough needs the distances on the map: those rows are left to whoever knows them.
        found["_skip"] = [row for row, c in enumerate(table["precondition"]) if re.search(r"-\d+$", c)]
        return [found] * (2 if "what-if" in flags else 1), {}
    def rows(self, run, words, flags, table, facts):
        """Rows of a file, of which some may be left out, under the name that `let` gives them."""
        files = [file for file in self.crate.inputs(run)[0] if file["name"] == os.path.basename(words[1])]
        if not files or any(pipe[0] != "where" or pipe[2] not in ("=", "!=") for pipe in flags["|"]): raise Unknown("rows of " + words[1])
        head, *rows = self.crate.rows(files[0]["@id"])
        kept = [dict(zip(head, row)) for row in rows if row]
        self.variables["$%s" % flags["="]] = [row for row in kept if all((row[p[1]] == p[3]) == (p[2] == "=") for p in flags["|"])]
    def bring(self, run, words, flags, table, facts):
        if words[1] == "new":
            self.tender = flags
        elif words[2][0] != "$":
            self.rows(run, words[1:], {"|": [], "=": None}, table, facts)
        self.bids = self.variables.get(words[2] if words[2][0] == "$" else "$None", [])
    def rank(self, run, words, flags, table, facts):
        weights = dict(pair.split("=") for pair in (flags.get("weights") or self.tender["weights"]).split(","))
        price = float(weights["price"]) / sum(map(float, weights.values()))
        kind, *ends = (flags.get("formula") or self.tender.get("formula", "relative")).split(":")
        bids = {b["bidder"]: (number(b["price"]), number(b["quality"])) for b in self.bids}
        if kind not in ("relative", "linear") or not bids:
            raise Unknown("formula " + kind)
        low, high = map(float, ends) if ends else (min(p for p, _ in bids.values()), 0)
        points = lambda p: low / p if kind == "relative" else min(max((high - p) / (high - low), 0), 1)
        score = {b: (1 - price) * q + price * points(p) for b, (p, q) in bids.items()}
        key = lambda b: (-round(score[b], 12), -bids[b][1] if self.tender.get("ties") == "quality" else 0)
        row = lambda b: {"price": bids[b][0], "quality": bids[b][1], "score": score[b], "rank": 1 + sum(key(o) < key(b) for o in bids)}
        return [columns([row(b) for b in table["bidder"]])], {}
    @staticmethod
    def drawing(words, dice):
        """A way to draw of what was typed as `normal:400:40`, with its mean."""
        kind, *parts = words.split(":") if ":" in words else ("", words)
        a, b, c = ([float(p.lstrip("€")) for p in parts] + [0, 0])[:3]
        return {"": lambda: (lambda: a, a), "normal": lambda: (lambda: dice.gauss(a, b), a),
                "uniform": lambda: (lambda: dice.uniform(a, b), (a + b) / 2),
                "lognormal": lambda: (lambda: dice.lognormvariate(a, b), math.exp(a + b * b / 2)),
                "triangular": lambda: (lambda: dice.triangular(a, c, b), (a + b + c) / 3)}[kind]()
    def simulate(self, run, words, flags, table, facts):
        """What a municipality pays and a provider keeps by the form of payment, from draws of our own."""
        dice, per = random.Random(20261130), flags.get("intensity-per")
        if "uptake" in flags:
            mean = share(flags["uptake"]) * (self.offered.get(flags.get("need")) or math.nan)
            flags["clients"] = "normal:%r:%r" % (mean, share(flags.get("need-margin", "nan")) * mean / Z95)
        clients, contracted = self.drawing(flags["clients"], dice)
        (intensity, _), (cost, _) = self.drawing(flags["intensity"], dice), self.drawing(flags["unit-cost"], dice)
        tariff, budget = float(flags.get("tariff", "nan")), float(flags.get("budget", "nan"))
        up, down = (float(n) / 100 for n in flags.get("band", "0:0").split(":"))
        beyond = lambda n: n / contracted if n > contracted * (1 + up) or n <= contracted * (1 - down) else 1
        pay = {"pxq": lambda n, units: tariff * n * units, "lumpsum": lambda n, units: budget, "corridor": lambda n, units: budget * beyond(n)}
        if "form" not in table or any(form not in pay for form in table["form"]) or ":" in flags["intensity"] and per != "all" or "nan" in flags["clients"]:
            raise Unknown("forms of payment, units drawn for each client, or a need without a margin")
        found, errors = {}, {}
        draws = [[(max(clients(), 0), max(intensity(), 0), cost()) for _ in range(BATCH)] for _ in range(BATCHES)]
        each = lambda form, batch: self.outcome([pay[form](n, u) for n, u, _ in batch], [n * u * c for n, u, c in batch], budget)
        batches = {form: [each(form, batch) for batch in draws] for form in table["form"]}
        for name in self.outcome([0], [0], budget):
            own, theirs = [[batch[name] for batch in batches[form]] for form in table["form"]], facts["mcse_" + name]
            found[name] = [None if None in values else statistics.fmean(values) for values in own]
            # What is shown is rounded to the first digit of its error.
            errors[name] = [0 if None in v else ERRORS * math.hypot(statistics.stdev(v) / math.sqrt(BATCHES), e or 0) + (
                0.5 * 10 ** math.floor(math.log10(e) + 1e-9) if e else 0) for v, e in zip(own, theirs)]
        self.money = list(zip(table["municipality_mean"], table["municipality_sd"])) if "offer" in flags else self.money
        return [dict(found, _errors=errors)], {}
    @staticmethod
    def outcome(paid, costs, budget):
        mean, kept, bound = statistics.fmean, [p - c for p, c in zip(paid, costs)], not math.isnan(budget)
        return {"municipality_mean": mean(paid), "municipality_sd": statistics.pstdev(paid),
                "municipality_es95": mean(sorted(paid)[-max(len(paid) // 20, 1):]),
                "municipality_p_over": mean(p > budget * (1 + 1e-9) for p in paid) if bound else None,
                "municipality_expected_over": mean(max(p - budget, 0) for p in paid) if bound else None,
                "provider_mean": mean(kept), "provider_sd": statistics.pstdev(kept), "provider_p_loss": mean(k < -1e-9 for k in kept),
                "provider_expected_loss": mean(max(-k, 0) for k in kept), "cost_mean": mean(costs), "cost_sd": statistics.pstdev(costs)}
    def invest(self, run, words, flags, table, facts):
        """What a party puts into a sheet: an amount, or what a simulation that was offered gave."""
        key, offered = (flags.get("to") or words[2], flags.get("party")), words[1] == "take" and words[2] == "procure" and "take" in flags
        amount = (["normal:%r:%r" % money for money in self.money] + ["?"])[int(flags["take"]) - 1 if self.money else 0] if offered else flags.get("amount")
        self.invested = [i for i in self.invested if i[:2] != key] + ([(*key, amount)] if amount else [])
    def effect(self, run, words, flags, table, facts):
        """What an effect is worth, what is taken off it, and who has how much of it."""
        off, moved, due = (share(flags.get(n, usual)) for n, usual in (("deadweight", "0"), ("displacement", "0"), ("attribution", "1")))
        told = dict(pair.split("=") for pair in flags["share[]"])
        parts = {party: share(part) for party, part in told.items() if part != "rest"}
        parts.update({party: 1 - sum(parts.values()) for party, part in told.items() if part == "rest"})
        self.effects[words[2]] = (flags.get("quantity", "?"), flags.get("value", "?"), (1 - off) * (1 - moved) * due, parts)
    def ledger(self, run, words, flags, table, facts):
        """Per party what it pays and saves, and between which ends its net lies in draws of our own."""
        if "weigh-by-confidence" in flags or facts.get("years") != 1 or facts.get("rate") != 0:
            raise Unknown("several years, a discount or weights")
        dice, count, parties = random.Random(11302026), int(flags.get("draws", 100000)), table["party"]
        terms = [(-1, {party: 1}, [self.drawing(amount, dice)]) for _, party, amount in self.invested]
        terms += [(1, {p: kept * s for p, s in parts.items()}, [self.drawing(q, dice), self.drawing(v, dice)])
                  for q, v, kept, parts in self.effects.values()]
        mean = lambda party, sign: sum(parts.get(party, 0) * math.prod(m for _, m in factors) for s, parts, factors in terms if s == sign)
        pays, saves = ([mean(p, sign) for p in parties] for sign in (-1, 1))
        batches, found, errors = {p: [] for p in parties}, {}, {}
        for _ in range(BATCHES):
            nets = {p: [0.0] * BATCH for p in parties}
            for sign, parts, factors in terms:
                values = [sign * math.prod(one() for one, _ in factors) for _ in range(BATCH)]
                for party, part in parts.items():
                    nets[party] = [n + part * v for n, v in zip(nets[party], values)]
            for party, values in [(p, sorted(v)) for p, v in nets.items()]:
                batches[party].append((values[BATCH // 20], values[-1 - BATCH // 20], sum(v < -1e-6 for v in values) / BATCH))
        for place, (name, least) in enumerate((("low", 1e-6), ("high", 1e-6), ("p_negative", 1 / count))):
            own = [[batch[place] for batch in batches[p]] for p in parties]
            found[name] = list(map(statistics.fmean, own))
            errors[name] = [ERRORS * max(statistics.stdev(v) * math.sqrt(1 / BATCHES + BATCH / count), least) for v in own]
        net = [s - p for s, p in zip(saves, pays)]
        return [dict(found, pays=pays, saves=saves, net=net, _errors=errors)], {"total": sum(net), "ratio": sum(saves) / sum(pays)}

def parse(line, given):
    """The words of a line and its flags, with the values of its parameters; `=` what `let` calls it, `|` its later stages."""
    line = re.sub(r"\$(\w+)", lambda found: str(given.get(found[1], found[0])), line)
    name, stages = re.match(r"let (\S+) = ", line), [[]]
    for token in shlex.split(line[name.end():] if name else line): stages.append([]) if token == "|" else stages[-1].append(token)
    words, flags, last = [], {"=": name and name[1], "|": stages[1:]}, None
    for word in stages[0]:
        if word.startswith("--"):
            last, flags[word[2:]] = word[2:], ""
        elif last and last not in ("offer", "rank", "remove"):
            flags.setdefault(last + "[]", []).append(word)
            flags[last], last = word, None
        else:
            words.append(word)
    return words, flags

KNOWN = {"wzw import": "take", "wzw demo": "take", "wzw start": "take", "wzw need": "need", "wzw estimate": "estimate", "wzw gap": "gap",
         "wzw needs": "gap", "wzw benchmark": "benchmark", "bid new": "bring", "bid import": "bring", "bid rank": "rank",
         "procure simulate": "simulate", "arena ledger": "ledger", "arena invest": "invest", "arena take": "invest", "arena effect": "effect"}
def same(told, own, error=None):
    if told is None or own is None: return told is own
    return abs(told - own) <= (DIGITS * max(abs(told), abs(own), 1e-3) if error is None else error)
def compare(tables, facts, found, single):
    """How many figures are the same, those that differ, and how many in which columns are not known here."""
    right, wrong, unknown = 0, [], {}
    for table, mine in zip(tables, found + [{}] * len(tables)):
        for column, row, told in [(c, row, told) for c, values in table.items() for row, told in enumerate(values)]:
            isfigure = type(told) in (int, float)
            if column not in mine or row in mine.get("_skip", []):
                unknown[column] = unknown.get(column, 0) + isfigure
            elif same(told, mine[column][row], mine.get("_errors", {}).get(column, {row: None})[row]):
                right += isfigure
            else:
                wrong.append("%s, row %d: %r, here %r" % (column, row + 1, told, mine[column][row]))
    known = [(n, v, single[n]) for n, v in facts.items() if n in single and isinstance(v, (int, float))]
    differ = ["%s: %r, here %r" % one for one in known if not same(one[1], one[2])]
    return right + len(known) - len(differ), wrong + differ, {column: count for column, count in unknown.items() if count}
def check(path):
    try:
        crate = Crate(path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        return print("%s is no crate that can be read: %r" % (path, error))
    tools, rights, wrongs, unknowns = Tools(crate), 0, 0, 0
    print("%s: %d lines" % (path, len(crate.runs)), *("  CHANGED %s" % name for name in sorted(crate.changed)), sep="\n")
    for run in crate.runs:
        file, parts, tables, facts = crate.result(run)
        why, told = "", "%s: %s" % (run["@id"][1:], run["name"][:90])
        try:
            words, flags = parse(run["name"], crate.inputs(run)[2])
            method = "rows" if words[0] == "read" and flags["="] else KNOWN.get(" ".join(words[:2]))
            found, single = method and getattr(tools, method)(run, words, flags, tables[0] if tables else {}, facts) or ([], {})
        except (Unknown, LookupError, ValueError, TypeError, ArithmeticError) as error:
            found, single, why = [], {}, " (%s)" % (error if isinstance(error, Unknown) else "it stands on a line that is not known")
        right, wrong, unknown = compare(tables, facts, found, single)
        for cell in [cell for part in parts for cell in crate.cells.get(part, [])]:
            factors = [crate.cell(i) for i in crate.ids(cell, "isBasedOn")]
            if len(factors) == 2 and None not in factors and not same(crate.cell(cell["@id"]), factors[0] * factors[1] / 100):
                wrong.append("%s is not the product of the cells that it names" % cell["name"])
        based = sorted(set(crate.ids(crate.entities.get(file, {}), "isBasedOn")) & crate.changed)
        rights, wrongs, unknowns = rights + right, wrongs + len(wrong), unknowns + sum(unknown.values())
        names = sorted({c for t in tables for c, v in t.items() if any(type(n) in (int, float) for n in v)})
        lines = ["  NO LONGER FOLLOWS %s: %s (%s)" % (told, ", ".join(names), ", ".join(based))] if based and names else []
        lines += ["  DIFFERS %s: %s" % (told, one) for one in wrong]
        lines += ["  not known %s: %s%s" % (told, ", ".join("%s (%d)" % pair for pair in unknown.items()), why)] if unknown else []
        print("\n".join(lines), end="\n" if lines else "")
    print("  %d figures are the same, %d differ, %d are not known how to compute" % (rights, wrongs, unknowns))
    return not wrongs and not crate.changed

if __name__ == "__main__":
    sys.exit(0 if sys.argv[1:] and all([check(path) for path in sys.argv[1:]]) else 1)
