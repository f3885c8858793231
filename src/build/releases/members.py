"""`npm run members [PROJECT…]`: which arguments and attributes came and went with which release, read from the wheels of members.toml, into content/members/."""

import ast
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from surface import statements, write_tables

TABLES = Path(__file__).parents[3] / "content" / "members"
# More did not come or go at once: a class only extends another one.
MOST = 25
# A class that so many others extend stands for all of them, also for those outside of the package.
MANY = 8
# So many classes of one kind (`*Attention`) that change alike are told as one, if they are at least half of it.
KIND = 8
LAST_WORD = re.compile(r"[A-Z][a-z0-9]+$")


@dataclass
class Function:
    arguments: set[str]
    takes_any: bool

    def and_also(self, other: "Function") -> "Function":
        return Function(self.arguments | other.arguments, self.takes_any or other.takes_any)


@dataclass
class Class:
    bases: list[str] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)
    methods: dict[str, Function] = field(default_factory=dict)
    # Of a dataclass: what its making takes.
    fields: set[str] | None = None


@dataclass
class Source:
    classes: dict[str, Class] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)

    def add(self, other: "Source") -> None:
        """Several modules may have something of one name: whatever one of them has is there."""
        for name, function in other.functions.items():
            self.functions[name] = function.and_also(self.functions.get(name, function))
        for name, found in other.classes.items():
            own = self.classes.setdefault(name, Class())
            own.bases += [base for base in found.bases if base not in own.bases]
            own.attributes |= found.attributes
            for method, function in found.methods.items():
                own.methods[method] = function.and_also(own.methods.get(method, function))
            if found.fields is not None:
                own.fields = found.fields | (own.fields or set())


def function_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    arguments = node.args
    named = {each.arg for each in arguments.posonlyargs + arguments.args + arguments.kwonlyargs}
    # What a decorator still takes, with a warning, is taken.
    named |= {
        str(each.args[0].value)
        for each in node.decorator_list
        if isinstance(each, ast.Call) and last_name(each) == "deprecate_kwarg" and each.args and isinstance(each.args[0], ast.Constant)
    }
    return Function(named, arguments.kwarg is not None)


def last_name(node: ast.expr) -> str:
    while isinstance(node, (ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def set_in(method: ast.AST) -> Iterable[str]:
    """What a method sets of `self`: by assignment, as a buffer, as a module of a pipeline."""
    for node in ast.walk(method):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name) and node.value.id == "self":
            yield node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("register_buffer", "register_parameter") and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)
            elif node.func.attr == "register_modules":
                yield from (keyword.arg for keyword in node.keywords if keyword.arg)


def class_of(node: ast.ClassDef) -> Class:
    found = Class(bases=[last_name(base) for base in node.bases])
    is_dataclass = any(last_name(each) == "dataclass" for each in node.decorator_list)
    if is_dataclass:
        found.fields = set()
    for part in node.body:
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.attributes |= {part.name, *set_in(part)}
            if not any(last_name(each) == "property" for each in part.decorator_list):
                found.methods[part.name] = function_of(part)
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            found.attributes.add(part.target.id)
            if is_dataclass:
                found.fields.add(part.target.id)
        elif isinstance(part, ast.Assign):
            found.attributes |= {target.id for target in part.targets if isinstance(target, ast.Name)}
        elif isinstance(part, ast.ClassDef):
            found.attributes.add(part.name)
    return found


def source_of(text: str) -> Source:
    found = Source()
    for node in statements(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            function = function_of(node)
            found.functions[node.name] = function.and_also(found.functions.get(node.name, function))
        elif isinstance(node, ast.ClassDef):
            found.add(Source(classes={node.name: class_of(node)}))
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and node.value.id[0].isupper():
            # Another name of a class.
            found.add(Source(classes={each.id: Class([node.value.id]) for each in node.targets if isinstance(each, ast.Name)}))
    return found


@dataclass
class Release:
    """What a release has, with what its classes inherit within the package."""

    bases: dict[str, list[str]]
    attributes: dict[str, set[str]]
    # By how a message writes them, without brackets: `Trainer` for its making, `Trainer.train`, `hf_hub_download`.
    calls: dict[str, Function]
    heirs: Counter

    @classmethod
    def of(cls, source: Source) -> "Release":
        lines = {name: ancestry(source.classes, name) for name in source.classes}
        gather = lambda line, part: set().union(*(part(source.classes[each]) or set() for each in line))
        calls = {name: function for name, function in source.functions.items() if not name.startswith("_")}
        for name, found in source.classes.items():
            for method, function in found.methods.items():
                if method == "__call__" or not method.startswith("_"):
                    calls[f"{name}.{method}"] = function
            if "__init__" in found.methods:
                calls[name] = found.methods["__init__"]
            elif found.fields is not None:
                calls[name] = Function(gather(lines[name], lambda each: each.fields), False)
        return cls(
            bases={name: found.bases for name, found in source.classes.items()},
            attributes={name: gather(line, lambda each: each.attributes) for name, line in lines.items()},
            calls=calls,
            heirs=Counter(other for line in lines.values() for other in line[1:]),
        )


def ancestry(classes: dict[str, Class], name: str) -> list[str]:
    line = [name]
    for each in line:
        line += [base for base in classes[each].bases if base in classes and base not in line]
    return line


def kind_of(name: str) -> str | None:
    last = LAST_WORD.search(name)
    return last and f"*{last[0]}"


def alike(names: set[str], all_of: Counter) -> set[str]:
    """Kinds of class of which most change in the same way."""
    changed = Counter(kind_of(name) for name in names)
    return {kind for kind, count in changed.items() if kind and count >= max(KIND, all_of[kind] / 2)}


def attribute_changes(before: Release, after: Release) -> dict[str, set[str]]:
    """What `after` has more: by class, by kind of class, by a class that many others extend (`Name^`)."""
    both = before.attributes.keys() & after.attributes.keys()
    kinds = Counter(kind_of(name) for name in both)
    gained = defaultdict(set)
    for name in both:
        for attribute in after.attributes[name] - before.attributes[name]:
            gained[attribute].add(name)
    told = defaultdict(set)
    for attribute, owners in gained.items():
        if len(attribute) < 3 or attribute.startswith("__"):
            continue
        # Whoever extends a class that changed has it from there.
        roots = {name for name in owners if not any(base in owners for base in after.bases[name])}
        wide = alike(roots, kinds)
        for kind in wide:
            told[kind].add(attribute)
        for name in roots:
            many = after.heirs[name] >= MANY
            if many or (kind_of(name) not in wide and not attribute.startswith("_")):
                told[name + "^" * many].add(attribute)
    return told


def argument_changes(before: Release, after: Release) -> dict[str, set[str]]:
    """What calls of `after` take more than those of `before`, which take nothing else: by call, as in `Trainer()`."""
    told = defaultdict(set)
    for call in before.calls.keys() & after.calls.keys():
        if not before.calls[call].takes_any:
            gained = after.calls[call].arguments - before.calls[call].arguments
            told[f"{call}()"] |= {name for name in gained if len(name) > 2 and not name.startswith("_")}
    return told


def changes(releases: list[tuple[str, Release]], entry: dict) -> list[str]:
    """`4.46.0 + Trainer() processing_class`, for each release, direction and owner. What is told of the making of a class is not told of the class again."""
    dull = re.compile(entry["dull"])
    lines = []
    for (_, before), (version, after) in zip(releases, releases[1:]):
        for sign, old, new in (("+", before, after), ("-", after, before)):
            worth = lambda told: {
                owner: {name for name in names if not dull.fullmatch(f"{sign} {owner} {name}")} for owner, names in told.items()
            }
            attributes = worth(attribute_changes(old, new))
            arguments = worth(argument_changes(old, new))
            for owner, names in attributes.items():
                names -= arguments.get(f"{owner}()", set())
            told = sorted({**attributes, **arguments}.items())
            is_whole = lambda owner, names: len(names) <= MOST or owner.startswith("*") or owner.endswith("^")
            lines += [f"{version} {sign} {owner} {' '.join(sorted(names))}" for owner, names in told if names and is_whole(owner, names)]
    return lines


def reader_of(folder: str, entry: dict) -> Callable[[zipfile.ZipFile], Release]:
    """Reads a wheel of a package; most files are in the next release as they were, and are read once."""
    seen: dict[tuple, Source] = {}

    def read(archive: zipfile.ZipFile) -> Release:
        source = Source()
        for info in archive.infolist():
            path = info.filename.removeprefix(f"{folder}/")
            is_asked = lambda names: any(fnmatchcase(path, each) for each in names)
            if path == info.filename or not is_asked(entry.get("only", ["*.py"])) or is_asked(entry["skip"]):
                continue
            key = (path, info.CRC, info.file_size)
            if key not in seen:
                seen[key] = source_of(archive.read(info).decode("utf-8", "replace"))
            source.add(seen[key])
        return Release.of(source)

    return read


if __name__ == "__main__":
    write_tables(Path(__file__).with_name("members.toml"), TABLES, reader_of, changes)
