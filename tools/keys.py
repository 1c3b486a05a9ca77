#!/usr/bin/env python3
"""Compares keys.tsv, the project's list of configuration keys, with the sources of liblinphone and of the Linphone apps.

    tools/keys.py --library DIR@VERSION... [--android DIR@VERSION...] [--ios DIR@VERSION...] [--desktop DIR@VERSION...]

DIR is a checkout (or an unpacked archive) of the sources, VERSION the name of the version that it has. The report goes to the standard
output. It lists the keys that the sources read and the file lacks, and what the file says and no source confirms. The exit status is 1 if
the second list is not empty. With --rows the program prints instead a row for each key that the file lacks, to be completed by hand.

Only the Python 3 standard library is needed. The build does not run this program: it needs the sources, which are not ours.
"""

import argparse
import datetime
import re
import sys
from collections import defaultdict, namedtuple
from pathlib import Path

from linphone_sources import Sources

FILE = Path(__file__).resolve().parent.parent / "src/main/resources/org/sipprovisioning/lint/keys.tsv"
SCOPES = ("library", "android", "ios", "desktop")
COLUMNS = ("section", "key", "type", "range", "default", "scope", "since", "until", "source", "meaning", "note")
NONE, VARIES = "-", "*"

# Where a checkout of the library or of an app has its own code: tests, wrappers of other languages and tools are left out.
PREFIXES = {"library": ("coreapi", "src", "include", "wrappers/java", "liblinphone/coreapi", "liblinphone/src", "liblinphone/include",
                        "liblinphone/wrappers/java")}

# What the calls of each kind may be used for.
FITTING = {
    "bool": {"bool", "int", "entry", "text"},
    "int": {"int", "entry", "text"},
    "float": {"float", "text"},
    "range": {"range", "int"},
    "list": {"list", "string", "text", "entry"},
    "string": {"string", "text", "entry"},
}

Key = namedtuple("Key", COLUMNS)


class Facts:
    """What the versions of one scope say of one key: the reads by version, oldest version first."""

    def __init__(self):
        self.reads = {}

    def add(self, version, read):
        self.reads.setdefault(version, []).append(read)

    @property
    def first(self):
        return next(iter(self.reads))

    @property
    def last(self):
        return list(self.reads)[-1]

    def until(self, versions):
        return NONE if self.last == versions[-1] else self.last

    def confirms_since(self, version, versions):
        """Whether the key may have come with this version: it is in the first one read from there on, and not in the one before."""
        before = [v for v in versions if version_order(v) < version_order(self.first)]
        return (not before or version_order(before[-1]) < version_order(version)) and version_order(version) <= version_order(self.first)

    def confirms_until(self, version, versions):
        after = [v for v in versions if version_order(v) > version_order(self.last)]
        if version == NONE or not after:
            return version == NONE and not after
        return version_order(self.last) <= version_order(version) < version_order(after[0])

    @property
    def newest_reads(self):
        return list(self.reads.values())[-1]


def version_order(version):
    """Sorts 6.3.0-alpha before 6.3.0-beta, and that before 6.3.0."""
    numbers, _, stage = version.partition("-")
    return [int(n) for n in numbers.split(".")], {"alpha": 0, "beta": 1}.get(stage, 2)


def read_sources(checkouts):
    """Returns the facts by (section, key) and scope, the versions by scope, and the calls that were not understood."""
    facts = defaultdict(lambda: defaultdict(Facts))
    versions, unresolved = defaultdict(list), []
    for scope, directory, version in sorted(checkouts, key=lambda c: (SCOPES.index(c[0]), version_order(c[2]))):
        sources = Sources(directory, PREFIXES.get(scope, ("",)))
        reads = sources.reads()
        if not reads:
            sys.exit(f"{directory}: no call reads a key. Is this a checkout of the sources?")
        versions[scope].append(version)
        for read in reads:
            facts[read.section, read.key][scope].add(version, read)
        unresolved += [(scope, version, *call) for call in sources.unresolved]
    return facts, dict(versions), unresolved


def read_keys(path):
    keys = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or line == "\t".join(COLUMNS):
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS):
            sys.exit(f"{path}:{number}: {len(cells)} columns instead of {len(COLUMNS)}")
        keys[cells[0], cells[1]] = Key(*cells)
    return keys


def defaults(name, by_scope, facts):
    """Returns what the newest reads of a key fall back to. An account's key falls back to that of its section of default values."""
    section, key = name
    found = set()
    for scope_facts in by_scope.values():
        for read in scope_facts.newest_reads:
            value = read.default
            base = (re.sub(r"_N$", "", section) + "_default_values", key)
            if value is not None and value.startswith("?") and base in facts and base != name:
                found |= {v for v in defaults(base, facts[base], facts)}
            elif value is not None:
                found.add(value)
    return found


def default_of(values, kind):
    """Returns the default as keys.tsv has it: '-' for none, '*' if it varies or is computed."""
    plain = {normal(value, kind) for value in values}
    if not plain:
        return NONE
    if len(plain) > 1 or any(value.startswith("?") for value in plain):
        return VARIES
    return next(iter(plain))


def normal(value, kind):
    if kind == "bool" and re.fullmatch(r"-?\d+", value):
        return "0" if int(value) == 0 else "1"
    return value or NONE


def type_fits(kind, by_scope):
    base = "string" if kind.split(":")[0] in {"enum", "uri", "sip-address", "secret"} else kind
    reads = {read.type for scope_facts in by_scope.values() for read in scope_facts.newest_reads}
    return base in FITTING and reads <= FITTING[base]


def differences(keys, facts, versions):
    """Yields one line for each statement of keys.tsv that the sources do not confirm."""
    for name, key in keys.items():
        by_scope = facts.get(name)
        if not by_scope:
            continue
        title = "/".join(name)
        if not type_fits(key.type, by_scope):
            reads = sorted({read.type for f in by_scope.values() for read in f.newest_reads})
            yield f"{title}: type {key.type}, read as {', '.join(reads)}"
        expected = default_of(defaults(name, by_scope, facts), key.type)
        if key.default != expected:
            yield f"{title}: default {key.default}, in the sources {expected}"
        scopes = [scope for scope in SCOPES if scope in by_scope]
        if key.scope.split(",") != scopes:
            yield f"{title}: scope {key.scope}, in the sources {','.join(scopes)}"
            continue
        for scope, since, until in zip(scopes, key.since.split(","), key.until.split(",")):
            if not by_scope[scope].confirms_since(since, versions[scope]):
                yield f"{title}: {scope} since {since}, in the sources first in {by_scope[scope].first}"
            if not by_scope[scope].confirms_until(until, versions[scope]):
                yield f"{title}: {scope} until {until}, in the sources last in {by_scope[scope].last}"
        for scope, source in zip(scopes, key.source.split(",")):
            places = {f"{read.file}#{read.function}" for read in by_scope[scope].newest_reads}
            if source not in places:
                yield f"{title}: source {source}, in the sources {', '.join(sorted(places))}"


def row(name, facts, versions):
    """Returns the row of a key that the file lacks. Type, range, meaning and note are to be completed by hand."""
    by_scope = facts[name]
    scopes = [scope for scope in SCOPES if scope in by_scope]
    newest = [by_scope[scope].newest_reads[0] for scope in scopes]
    kind = "string" if newest[0].type in {"text", "entry"} else newest[0].type
    return Key(*name, kind, NONE, default_of(defaults(name, by_scope, facts), kind), ",".join(scopes),
               ",".join(by_scope[s].first for s in scopes), ",".join(by_scope[s].until(versions[s]) for s in scopes),
               ",".join(f"{read.file}#{read.function}" for read in newest), "TODO", NONE)


def print_section(title, lines):
    print(f"\n## {title}: {len(lines)}\n")
    for line in lines:
        print(f"- {line}")


def report(keys, facts, versions, unresolved):
    lacking = sorted(name for name in facts if name not in keys)
    unread = sorted(name for name in keys if name not in facts)
    wrong = list(differences(keys, facts, versions))
    print("# The keys and the sources\n")
    print(f"Written by tools/keys.py on {datetime.date.today().isoformat()}. keys.tsv names {len(keys)} keys.\n")
    print("Versions read:\n")
    for scope, names in versions.items():
        print(f"- {scope}: {', '.join(names)}")
    print_section("Keys that the sources read and keys.tsv lacks", [lacking_line(name, facts) for name in lacking])
    print_section("Keys that keys.tsv names and no source reads", ["/".join(name) for name in unread])
    print_section("Types, defaults, versions and places that differ", wrong)
    print_section("Calls whose section or key is known at run time only",
                  sorted({f"{scope}: {file}#{place}: {section}, {key}" for scope, _, file, place, section, key in unresolved}))
    return not unread and not wrong


def lacking_line(name, facts):
    places = [f"{scope} {f.first} to {f.last}, {f.newest_reads[0].file}#{f.newest_reads[0].function}"
              for scope, f in facts[name].items()]
    return f"{'/'.join(name)}: {'; '.join(places)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for scope in SCOPES:
        parser.add_argument(f"--{scope}", nargs="+", metavar="DIR@VERSION", default=[])
    parser.add_argument("--keys", type=Path, default=FILE, help="another keys.tsv")
    parser.add_argument("--rows", action="store_true", help="print rows for the keys that the file lacks")
    options = parser.parse_args()
    checkouts = [(scope, *checkout.rsplit("@", 1)) for scope in SCOPES for checkout in getattr(options, scope)]
    if not checkouts or any(len(checkout) != 3 for checkout in checkouts):
        parser.error("name at least one checkout, each as DIR@VERSION")
    facts, versions, unresolved = read_sources(checkouts)
    keys = read_keys(options.keys)
    if options.rows:
        for name in sorted(set(facts) - set(keys)):
            print("\t".join(row(name, facts, versions)))
        return 0
    return 0 if report(keys, facts, versions, unresolved) else 1


if __name__ == "__main__":
    sys.exit(main())
