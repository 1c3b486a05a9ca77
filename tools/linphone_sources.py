"""Finds in the sources of liblinphone and of the Linphone apps where they read their configuration.

The reader does not compile anything. It looks for the calls by which the sources read a key (linphone_config_get_int, getBool, ...),
and evaluates the expressions for section, key and default: literals, constants, macros, variables of the function, snprintf, streams, and
parameters, for which it looks at the callers. A number that is known only at run time becomes N (proxy_N). An expression that it cannot
evaluate makes the call "unresolved", which the report counts and lists.
"""

import re
from collections import namedtuple
from functools import cached_property
from pathlib import Path

Read = namedtuple("Read", "section key type default file function")

SUFFIXES = {".c", ".cc", ".cpp", ".h", ".hh", ".hpp", ".m", ".mm", ".java", ".kt", ".swift"}
SKIPPED = {"tester", "test", "tests", "WrapperTests", "wrapper-tests", "external", "build", "console"}

C_CALL = re.compile(r"\b(?:(?:linphone_config|lp_config)_(get|has)_(default_)?"
                    r"(int64|int|bool|string_list|string|float|range|entry)|Utils::configGetStringList)\s*\(")
METHOD = re.compile(r"(?:[cC]onfig\w*(?:\(\))?|Config\.get\(\))[!?]*\s*(?:->|\.)\s*(get|has)(Default)?"
                    r"(Int64|Int|Bool|StringList|String|Float|Double|Range|Entry)\s*\(")
MACRO_CALL = re.compile(r"\bDEFINE_GETSET_CONFIG(_STRING)?\s*\(")
LDAP_KEY = re.compile(r"\{\s*\"(\w+)\"\s*,\s*LdapConfigKeys\s*\(")
TYPES = {"int": "int", "int64": "int", "bool": "bool", "string": "string", "string_list": "list", "float": "float", "range": "range",
         "entry": "entry", "stringlist": "list", "double": "float"}

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:s\b)?')
NUMBER = re.compile(r"[-+]?(?:0x[0-9a-fA-F]+|\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)[fFuUlL]*$")
TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|[{};]|^[ \t]*#(?:\\\n|[^\n])*', re.M)
NAME = re.compile(r"[A-Za-z]")
IDENTIFIER = re.compile(r"[A-Za-z_]\w*$")
CAST = re.compile(r"^\(\s*(?:const\s+)?(?:unsigned\s+)?\w+\s*\**\s*\)\s*(?=[\w(\"-])")
WRAPPED = re.compile(r"^(?:L_C_TO_STRING|L_STRING_TO_C|std::string|string|String|QString|toCString|Utils::\w+|static_cast<[^>]*>|"
                     r"Utils::toString|make_pair|arrayOf|linphonesw::\w+)\s*\((.*)\)$", re.S)
COUNTER = re.compile(r"(?:std::)?to_string\s*\(|Utils::toString\s*\(|QString::number|toString\(\)|^\s*(?:i|n|it|idx|index|pos|count|num|number|id)\s*$")
TRAILING = re.compile(r"(?:\.c_str\(\)|\.str\(\)|\.get\(\)|\.toString\(\)|\.orEmpty\(\)|!!)\s*$")
WORDS = {"TRUE": "1", "true": "1", "YES": "1", "FALSE": "0", "false": "0", "NO": "0", "NULL": "", "nullptr": "", "nil": "", "null": "",
         "@\"\"": "", "SDK_EMPTY": ""}
NO_READERS = ("lpconfig.c", "lpconfig.h", "lpc2xml.c", "xml2lpc.c")  # the format itself
EARLY_RETURN = re.compile(r"if\s*\(([^()]+)\)\s*return\s+([^;]+);\s*(?:else\s+)?return\s+([^;]+);")
MAX_DEPTH = 14
MAX_CANDIDATES = 4
MAX_CALLS = 60
MODERN = {".kt", ".swift"}


def without_comments(text):
    """Returns the text with its comments and directives of conditions replaced by blanks; all offsets and lines stay."""
    pattern = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|//[^\n]*|/\*.*?\*/', re.S)

    def blank(match):
        piece = match.group()
        return piece if piece[0] in "\"'" else re.sub(r"[^\n]", " ", piece)

    return pattern.sub(blank, text)


def arguments(text, start):
    """Returns the arguments of the call whose parenthesis opens before start, and the offset behind it; None if it does not end."""
    found, depth, begin, i = [], 0, start, start
    while i < len(text):
        c = text[i]
        if c in "\"'":
            literal = re.compile(r'"(?:[^"\\]|\\.)*"' if c == '"' else r"'(?:[^'\\]|\\.)*'").match(text, i)
            i = literal.end() if literal else i + 1
            continue
        if c in "([{":
            depth += 1
        elif c in ")]}":
            if depth == 0:
                last = text[begin:i].strip()
                return found + ([last] if last or found else []), i + 1
            depth -= 1
        elif c == "," and depth == 0:
            found.append(text[begin:i].strip())
            begin = i + 1
        i += 1
    return None, start


def split_top(text, separator):
    """Splits an expression at the operators that stand outside of parentheses and literals."""
    parts, depth, begin, i = [], 0, 0, 0
    while i < len(text):
        if text[i] == '"':
            literal = LITERAL.match(text, i)
            i = literal.end() if literal else i + 1
            continue
        if text[i] in "([{":
            depth += 1
        elif text[i] in ")]}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, i):
            parts.append(text[begin:i])
            i += len(separator)
            begin = i
            continue
        i += 1
    return parts + [text[begin:]]


def ternary(text):
    """Returns condition, first and second arm; None if the text is no such expression."""
    arms = split_top(text, "?")
    if len(arms) < 2:
        return None
    rest = text[len(arms[0]) + 1:]
    first = split_top(rest.replace("::", "\0\0"), ":")[0]
    return (arms[0], rest[:len(first)], rest[len(first) + 1:]) if len(first) < len(rest) else None


class Function:
    def __init__(self, source, name, parameters, start, end, owner="", static=False):
        self.source, self.name, self.parameters, self.start, self.end = source, name, parameters, start, end
        self.owner, self.static = owner, static


class Source:
    """One file: its text without comments, its functions, its constants."""

    def __init__(self, path, name):
        self.name = name
        self.kind = path.suffix
        self.text = without_comments(path.read_text(encoding="utf-8", errors="replace"))
        self.constants = self._find_constants()

    @cached_property
    def functions(self):
        return self._find_functions()

    def function_at(self, offset):
        best = None
        for function in self.functions:
            if function.start <= offset < function.end and (best is None or function.start > best.start):
                best = function
        return best

    def _find_functions(self):
        if self.kind in MODERN:
            return self._find_modern_functions()
        text, found, stack = self.text, [], []
        header_start = 0
        for token in TOKEN.finditer(text):
            at, kind = token.start(), token.group()[0]
            if kind == "{":
                inside = any(stack)
                stack.append(None if inside else self._function_of(text[header_start:at], header_start, at))
            elif kind == "}":
                at_margin = at == 0 or text[at - 1] == "\n"
                while at_margin and len(stack) > 1 and stack[-1] is None and any(stack):
                    stack.pop()  # the branches of an #if opened more braces than they closed
                function = stack.pop() if stack else None
                if function is not None:
                    function.end = token.end()
                    found.append(function)
            elif kind in "\"'":
                continue
            header_start = token.end()
        return found

    def _function_of(self, header, start, brace):
        if "(" not in header or re.match(r"\s*(?:typedef\s+)?(?:class|struct|enum|union|namespace|extern|public|static const)\b[^(]*$", header):
            return None
        if re.search(r"=\s*$", header):
            return None
        match = re.search(r"([~\w:]+)\s*\(", header)
        if not match or match.group(1) in {"if", "for", "while", "switch"}:
            return None
        parameters, _ = arguments(header, match.end())
        names = [re.split(r"[\s*&]+", re.sub(r"\s*=.*|\[.*", "", p, flags=re.S).strip())[-1] for p in parameters or []]
        owner, _, name = match.group(1).rpartition("::")
        return Function(self, name, names, start, brace, owner, "static" in header[:match.start()])

    def _find_modern_functions(self):
        """Kotlin and Swift: each property or function reaches to the next one; that is enough to name the place."""
        pattern = re.compile(r"\b(?:fun|func|var|val|let|init)\s+(?:<[^>]*>\s*)?(?:\w+\.)?(\w+)|\binit\s*\(")
        marks = [m for m in pattern.finditer(self.text) if self._is_member(m.start())]
        ends = [m.start() for m in marks[1:]] + [len(self.text)]
        return [Function(self, m.group(1) or "init", self._modern_parameters(m.end()), m.start(), end) for m, end in zip(marks, ends)]

    def _is_member(self, offset):
        indent = self.text[self.text.rfind("\n", 0, offset) + 1:offset]
        blank = re.match(r"[ \t]*", indent).group()
        return len(blank.replace("\t", "    ")) <= 4

    def _modern_parameters(self, offset):
        if offset < len(self.text) and self.text[offset] == "(":
            return [re.split(r"[\s:]+", p.strip())[0] for p in arguments(self.text, offset + 1)[0] or []]
        return []

    def _find_constants(self):
        found = {}
        for pattern in (r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+(\S[^\n]*)$",
                        r"\b(?:const|constexpr)\b[^;={}()\n]*?\b([\w:]+)(?:\[\])?\s*=\s*([^;{}]+);",
                        r"\bconst\s+(?:std::)?string\s+([\w:]+)\s*[({]\s*(\"[^\"]*\")\s*[)}]\s*;",
                        r"\b(?:const\s+val|static\s+let|let|val)\s+(\w+)(?:\s*:\s*\w+)?\s*=\s*(\"[^\"\n]*\"|-?\d+)"):
            for match in re.finditer(pattern, self.text, re.M):
                found.setdefault(match.group(1).split("::")[-1], match.group(2).strip())
        for match in re.finditer(r"\benum\s+(?:class\s+)?\w*\s*(?::\s*\w+\s*)?\{([^{}]*)\}", self.text):
            previous = None
            for item in filter(None, (part.strip() for part in match.group(1).split(","))):
                name, _, value = (part.strip() for part in item.partition("="))
                if value:
                    previous = value
                else:
                    previous = "0" if previous is None else f"{previous} + 1"
                found.setdefault(name, previous)
        return found


class Sources:
    """All files of a checkout."""

    def __init__(self, root, prefixes=("",)):
        self.root = Path(root)
        self.files = [Source(path, str(path.relative_to(self.root))) for path in self._paths(prefixes)]
        self.constants = {}
        for source in self.files:
            for name, value in source.constants.items():
                self.constants.setdefault(name, value)
        self.unresolved = []
        self.words = {}
        self.bound = {}
        self.asked = set()
        self.sites = {}
        self.parameters = {}
        for source in self.files:
            for word in set(re.findall(r"\b(\w+)\s*\(", source.text)):
                self.words.setdefault(word, []).append(source)

    def _paths(self, prefixes):
        for path in sorted(self.root.rglob("*")):
            parts = path.relative_to(self.root).parts
            if path.suffix in SUFFIXES and path.is_file() and not SKIPPED.intersection(parts[:-1]) \
                    and any(str(path.relative_to(self.root)).startswith(p) for p in prefixes):
                yield path

    def reads(self):
        """Returns every read of a key, in the order of files and offsets."""
        found = []
        for source in self.files:
            for match in C_CALL.finditer(source.text):
                found += self._c_call(source, match)
            for match in METHOD.finditer(source.text):
                found += self._method(source, match)
            for match in MACRO_CALL.finditer(source.text):
                found += self._macro(source, match)
            found += self._ldap(source)
        return sorted(set(found))

    # ---- the kinds of calls

    def _c_call(self, source, match):
        args, _ = arguments(source.text, match.end())
        function = source.function_at(match.start())
        if args is None or len(args) < 3 or function is None or source.name.endswith(NO_READERS) \
                or function.name == "configGetStringList":
            return []
        kind = match.group(3) or "string_list"
        return self._resolve(source, function, match.start(), args[1], args[2], self._default(kind, args[3:]), TYPES[kind],
                             bool(match.group(2)))

    def _method(self, source, match):
        args, _ = arguments(source.text, match.end())
        function = source.function_at(match.start())
        line = source.text[source.text.rfind("\n", 0, match.start()) + 1:match.start()]
        if args is None or len(args) < 2 or function is None or line.lstrip().startswith("#") or "\\\n" in source.text[match.start():match.start() + 160]:
            return []
        args = [re.sub(r"^(?:section|key|default\w*|\w*[vV]alue)\s*:\s*", "", a) for a in args]
        kind = TYPES[match.group(3).lower() if match.group(3) != "StringList" else "stringlist"]
        return self._resolve(source, function, match.start(), args[0], args[1], self._default(kind, args[2:]), kind, bool(match.group(2)))

    def _macro(self, source, match):
        args, _ = arguments(source.text, match.end())
        if args is None or len(args) < 5 or args[-2][:1] != '"':
            return []
        kind = "string" if match.group(1) else TYPES[args[2].lower()]
        name = "get" + args[-3]
        function = Function(source, name, [], 0, 0)
        return self._resolve(source, function, match.start(), "UiSection", args[-2], args[-1], kind, False)

    def _ldap(self, source):
        """The LDAP keys stand in a table; they are read as they are from ldap_N, with a prefix from remote_contact_directory_N."""
        found = []
        with_prefix = any('find("ldap_")' in other.text for other in self.files if "ldap" in other.name)
        listed = [re.search(r"obsoleteKeys\s*=\s*\{([^}]*)\}", other.text) for other in self.files if "ldap" in other.name]
        obsolete = {name for match in listed if match for name in re.findall(r"\w+", match.group(1))}
        for match in LDAP_KEY.finditer(source.text):
            args, _ = arguments(source.text, match.end())
            default = self._evaluate_default(source, None, match.start(), re.sub(r"^Utils::toString\(\(int\)(\w+)\)$", r"\1", args[0]))
            where = (source.name, "gLdapConfigKeys")
            found.append(Read("ldap_N", match.group(1), "text", default, *where))
            if with_prefix and match.group(1) not in obsolete:
                found.append(Read("remote_contact_directory_N", "ldap_" + match.group(1), "text", default, *where))
        return found

    @staticmethod
    def _default(kind, rest):
        if kind == "range":
            return "\0".join(rest[2:4]) if len(rest) >= 4 else None
        return rest[0] if rest else None

    def _resolve(self, source, function, offset, section, key, default, kind, of_defaults):
        place = "::".join(p for p in (function.owner, function.name) if p)
        where = (source.name, place)

        def once():
            sections = self.evaluate(section, source, function, offset)
            keys = self.evaluate(key, source, function, offset)
            if not sections or not keys:
                return []
            value = self._evaluate_default(source, function, offset, default) if default is not None else None
            if kind in {"string", "list"} and value == "0":
                value = ""  # a null pointer
            names = [re.sub(r"_\d+$", "_N", s) + ("_default_values" if of_defaults else "") for s in sections]
            return [Read(s, k, kind, value, *where) for s in names for k in keys if NAME.search(s) and NAME.search(k)]

        self.asked.clear()
        found = once()
        if function in self.asked:
            found = []
            for bound in self._call_sites(function):
                self.bound[function] = bound
                found += once()
            self.bound.pop(function, None)
        if not found:
            self.unresolved.append((source.name, place, section, key))
        return found

    # ---- expressions

    def _evaluate_default(self, source, function, offset, expression):
        if expression is None:
            return None
        if "\0" in expression:
            low, high = (self._evaluate_default(source, function, offset, part) for part in expression.split("\0"))
            return low if low == high else f"{low}-{high}"
        values = self.evaluate(expression, source, function, offset, default=True)
        if values is None or len(values) != 1:
            return "?" + " ".join(expression.split())
        value = next(iter(values))
        return "?" + " ".join(expression.split()) if "*" in value and not value.startswith("(") else value

    def evaluate(self, expression, source, function, offset, depth=0, default=False):
        """Returns the set of texts that the expression may be; None if it cannot be known."""
        text = expression.strip()
        if depth > MAX_DEPTH or not text:
            return None
        again = lambda part, d=depth + 1: self.evaluate(part, source, function, offset, d, default)
        while True:
            shorter = TRAILING.sub("", CAST.sub("", text)).strip()
            if shorter.startswith("(") and arguments(shorter, 1)[1] == len(shorter):
                shorter = shorter[1:-1].strip()
            if shorter == text:
                break
            text = shorter
        if text in WORDS:
            return {WORDS[text]}
        if NUMBER.match(text):
            return {plain_number(text)}
        if LITERAL.match(text) and not LITERAL.sub("", text).strip():
            joined = "".join(LITERAL.findall(text))
            return {re.sub(r"\$\{?\w+\}?|\\\(\w+\)", "N", joined).replace('\\"', '"')}
        arms = ternary(text)
        if arms:
            condition = again(arms[0])
            if condition in ({"0"}, {"1"}):
                return again(arms[1] if condition == {"1"} else arms[2])
            both = [again(arm) for arm in arms[1:]]
            return None if None in both else both[0] | both[1]
        for operator in ("+", "*", "<<"):
            parts = split_top(text, operator)
            if len(parts) > 1 and all(p.strip() for p in parts):
                return self._combined(parts, operator, again, source, function, default)
        wrapped = WRAPPED.match(text)
        if wrapped and arguments(text, text.index("(") + 1)[1] == len(text) and not COUNTER.match(text):
            return again(wrapped.group(1))
        if text.startswith("-") and again(text[1:]):
            return {"-" + v for v in again(text[1:])}
        name = text.rpartition("::")[2].rpartition(".")[2]
        if IDENTIFIER.match(name) and re.fullmatch(r"[\w:.]+", text):
            return self._named(name, source, function, offset, depth, default)
        call = re.match(r"^(?:[\w:]+(?:\(\))?(?:->|\.))*(?:\w+::)*(\w+)\s*\(", text)
        if call and arguments(text, call.end())[1] == len(text):
            return self._called(call.group(1), arguments(text, call.end())[0], source, function, offset, depth, default)
        return None

    def _combined(self, parts, operator, again, source, function, default):
        values = [again(p) if not COUNTER.search(p) else None for p in parts]
        numbers = [v is not None and len(v) == 1 and NUMBER.match(next(iter(v)) or "x") for v in values]
        if operator == "*":
            if not all(numbers):
                return None
            product = 1
            for v in values:
                product *= int(next(iter(v)))
            return {str(product)}
        if operator == "+" and all(numbers) and not any('"' in p for p in parts):
            return {str(sum(int(next(iter(v))) for v in values))}
        if default and None in values:
            return None
        joined = {""}
        for part, value in zip(parts, values):
            piece = value or {"N" if COUNTER.search(part) else "*"}
            joined = {a + b for a in joined for b in piece}
        return joined if any(j.strip("*") for j in joined) else None

    def _named(self, name, source, function, offset, depth, default):
        if function is not None and function.end:
            local = self._assigned(name, source, function, offset, depth, default)
            if local:
                return local
            if name in function.parameters and (not default or function in self.bound):
                return self._parameter(name, function, depth, default)
        for constants in (source.constants, self.constants):
            if name in constants:
                return self.evaluate(constants[name], source, None, 0, depth + 1, default)
        return None

    def _assigned(self, name, source, function, offset, depth, default):
        """Looks for what the function gives the variable before the call: =, snprintf, a stream."""
        body = source.text[function.start:offset]
        found = set()
        n = re.escape(name)
        for match in re.finditer(rf"(?<![\w.>]){n}(?:\[\w*\])?\s*=(?!=)\s*([^;\n]+(?:\n[^;\n]+)*?)(?:;|\n\n|$)", body):
            value = self.evaluate(match.group(1).strip(), source, function, offset, depth + 1, default)
            found |= value or set()
        if source.kind in MODERN:
            for match in re.finditer(rf"\b{n}\s*=\s*(\"[^\"\n]*\")", body):
                found |= self.evaluate(match.group(1), source, function, offset, depth + 1, default) or set()
        for match in re.finditer(rf"(?<![\w.>]){n}\s*[({{]\s*(\"[^\"]*\")\s*[)}}]\s*;", body):
            found |= self.evaluate(match.group(1), source, function, offset, depth + 1, default) or set()
        for match in re.finditer(r"\bs(n)?printf\s*\(", body):
            args, _ = arguments(body, match.end())
            if args and args[0] == name:
                found |= self._formatted(args[2 if match.group(1) else 1:], source, function, offset, depth)
        streams = [m.group(1) for m in re.finditer(rf"(?:[;{{}}]|\))\s*{n}\s*<<\s*([^;]+);", body)]
        if streams:
            pieces = [p for s in streams[:1] for p in split_top(s, "<<")]
            text = ""
            for piece in pieces:
                value = self.evaluate(piece, source, function, offset, depth + 1) if not COUNTER.search(piece) else None
                text += next(iter(value)) if value and len(value) == 1 else "N" if COUNTER.search(piece) or "ndex" in piece else "*"
            found.add(text)
        return {f for f in found if default or f.strip("*")} or None

    def _formatted(self, args, source, function, offset, depth):
        formats = self.evaluate(args[0], source, function, offset, depth + 1) or set()
        rest = args[1:]
        found = set()
        for text in formats:
            results = {""}
            taken = 0
            for piece in re.split(r"(%[-0-9.]*(?:ll|l|z)?[a-z])", text):
                if not re.fullmatch(r"%[-0-9.]*(?:ll|l|z)?[a-z]", piece):
                    options = {piece}
                else:
                    options = {"N"}
                    if piece.endswith("s"):
                        arg = rest[taken] if taken < len(rest) else ""
                        options = self.evaluate(arg, source, function, offset, depth + 1) or {"*"}
                    taken += 1
                results = {a + b for a in results for b in options}
            found |= results
        return found

    def _called(self, name, args, source, function, offset, depth, default):
        if name in {"ms_strdup_printf", "bctbx_strdup_printf", "belle_sip_strdup_printf"}:
            return self._formatted(args, source, function, offset, depth)
        if default and name.startswith(("linphone_config_get", "lp_config_get")):
            return None
        candidates = [(other, f) for other in self.words.get(name, []) for f in other.functions if f.name == name]
        candidates = [c for c in candidates if c[0] is source] or candidates
        if len(candidates) > MAX_CANDIDATES:
            return None
        found = set()
        for other, candidate in candidates:
            body = EARLY_RETURN.sub(r"return (\1) ? \2 : \3;", other.text[candidate.start:candidate.end])
            outer = self.bound.get(candidate)
            if len(args) == len(candidate.parameters):
                self.bound[candidate] = {p: (a, source, function, offset) for p, a in zip(candidate.parameters, args)}
            for match in re.finditer(r"\breturn\s+([^;]+);" if other.kind not in MODERN else r"\breturn\s+([^\n]+)", body):
                found |= self.evaluate(match.group(1), other, candidate, candidate.end, depth + 2, default) or set()
            if outer is not None:
                self.bound[candidate] = outer
            else:
                self.bound.pop(candidate, None)
        return found or None

    def _parameter(self, name, function, depth, default):
        """Evaluates a parameter at the call that is being followed, or else at all calls of the function."""
        self.asked.add(function)
        key = (function, name, default)
        if function not in self.bound:
            if key not in self.parameters:
                self.parameters[key] = None  # for a function that calls itself
                values = [self.evaluate(*site[name], depth + 1, default) for site in self._call_sites(function)]
                self.parameters[key] = set().union(*filter(None, values)) or None
            return self.parameters[key]
        outer = self.bound.pop(function)
        found = self.evaluate(*outer[name], depth + 1, default)
        self.bound[function] = outer
        return found

    def _call_sites(self, function):
        """Returns for each call of the function its parameters: name to (expression, source, caller, offset)."""
        if function not in self.sites:
            self.sites[function] = self._find_call_sites(function)
        return self.sites[function]

    @staticmethod
    def _is_call(function, constructor, other, caller, offset):
        """Whether this is a call of this function, and not its own head or a method of another class with the same name."""
        if other.kind not in MODERN and "{" not in other.text[caller.start:offset]:
            return False
        if function.static:
            return other is function.source
        qualified = other.text[max(0, offset - 2):offset] in {"->", "::"} or other.text[offset - 1:offset] == "."
        return constructor or qualified or not function.owner or caller.owner in {"", function.owner} \
            or other is function.source

    def _default_arguments(self, function):
        """Returns the values that the declaration of a function gives to its last parameters."""
        stem = Path(function.source.name).stem
        own_header_first = sorted(self.words.get(function.name, []), key=lambda source: Path(source.name).stem != stem)
        for source in own_header_first:
            for match in re.finditer(rf"\b{re.escape(function.name)}\s*\(", source.text):
                args, end = arguments(source.text, match.end())
                if args and len(args) == len(function.parameters) and "=" in args[-1] and source.text[end:end + 8].lstrip()[:1] in (";", "c"):
                    return [a.partition("=")[2].strip() for a in args]
        return []

    def _find_call_sites(self, function):
        found = []
        constructor = function.owner.rpartition("::")[2] == function.name
        names = [function.name] + (["create", "createCObject", "make_shared"] if constructor else [])
        for name in names:
            marker = {"create": rf"\b{function.name}::create\s*\(", "createCObject": rf"\b{function.name}::createCObject\s*\(",
                      "make_shared": rf"\bmake_shared<{function.name}>\s*\("}
            pattern = re.compile(marker.get(name, rf"\b{re.escape(function.name)}\s*\(") if constructor
                                 else rf"\b{re.escape(function.name)}\s*\(")
            for other in self.words.get(name, []):
                for match in pattern.finditer(other.text):
                    caller = other.function_at(match.start())
                    args, _ = arguments(other.text, match.end())
                    if caller is None or args is None or not self._is_call(function, constructor, other, caller, match.start()):
                        continue
                    args = [re.sub(r"^\w+\s*:\s*(?!:)", "", a) for a in args]
                    args += self._default_arguments(function)[len(args) - len(function.parameters):] \
                        if len(args) < len(function.parameters) else []
                    if len(args) == len(function.parameters):
                        found.append({p: (a, other, caller, match.start()) for p, a in zip(function.parameters, args)})
        return found if len(found) <= MAX_CALLS else []


def plain_number(text):
    """Returns a number as a linphonerc has it: 0x10 stays, 1.0f becomes 1."""
    text = text.rstrip("uUlL") if "x" in text else text.rstrip("fFuUlL")
    if re.fullmatch(r"[-+]?\d*\.\d*(?:[eE][-+]?\d+)?", text):
        value = repr(float(text))
        return value[:-2] if value.endswith(".0") else value
    return text
