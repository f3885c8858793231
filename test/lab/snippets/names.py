"""What a snippet names must exist: every import, every attribute of an imported module or class, every keyword argument."""

import ast
import builtins
import importlib
import inspect
import symtable
from typing import Any

#: Packages without a wheel, which only a compiler installs: their names are not checked.
ELSEWHERE = frozenset({"llama_cpp"})
UNKNOWN = object()


def complaints_about(code: str, own: frozenset[str] = frozenset()) -> list[str]:
    """What the snippet names and the packages lack; `own` are modules of the reader's app. Code that does not parse is a complaint."""
    if wrong := unparsable(code):
        return wrong
    tree = ast.parse(code)
    known, complaints = _imports(tree, ELSEWHERE | own)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            complaints += _attribute(node, known)
        elif isinstance(node, ast.Call):
            complaints += _call(node, known)
    return complaints


def unparsable(code: str) -> list[str]:
    """Why the snippet is no Python, or an empty list."""
    try:
        ast.parse(code)
    except SyntaxError as error:
        return [f"does not parse: line {error.lineno}: {error.msg}"]
    return []


def presupposed(code: str) -> set[str]:
    """Names that the snippet uses and nothing in it gives: what it takes for granted."""
    module = symtable.symtable(code, "snippet", "exec")
    given = {symbol.get_name() for symbol in module.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    return (_globals(module) - given | _used_early(code)) - set(dir(builtins)) - {"__file__", "__name__"}


def _used_early(code: str) -> set[str]:
    """Names that an assignment reads before it gives them, or that are deleted first: `model = prepare(model)`, `del model`."""
    given: set[str] = set()
    early: set[str] = set()
    for node in ast.parse(code).body:
        names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
        early |= {name.id for name in names if isinstance(name.ctx, ast.Del)} - given
        if isinstance(node, ast.Assign):
            stored = {name.id for name in names if isinstance(name.ctx, ast.Store)}
            early |= {name.id for name in names if isinstance(name.ctx, ast.Load)} & stored - given
        given |= {name.id for name in names if isinstance(name.ctx, ast.Store)}
    return early


def _globals(scope: symtable.SymbolTable) -> set[str]:
    """Names that are looked up in the module, from this scope and all within it."""
    here = {symbol.get_name() for symbol in scope.get_symbols()
            if symbol.is_referenced() and (symbol.is_global() or scope.get_type() == "module")}
    return here.union(*(_globals(inner) for inner in scope.get_children()))


#: Names that pages use without importing them, because everybody does so under these names.
USUAL = {
    "spaces": "spaces", "torch": "torch", "gr": "gradio", "tempfile": "tempfile", "subprocess": "subprocess", "threading": "threading",
    "DiffusionPipeline": "diffusers:DiffusionPipeline", "AutoModel": "transformers:AutoModel",
    "AutoModelForCausalLM": "transformers:AutoModelForCausalLM", "AutoTokenizer": "transformers:AutoTokenizer",
    "AutoModelForImageTextToText": "transformers:AutoModelForImageTextToText", "pipeline": "transformers:pipeline",
    "BitsAndBytesConfig": "transformers:BitsAndBytesConfig", "Image": "PIL.Image",
    "TrainingArguments": "transformers:TrainingArguments", "AutoConfig": "transformers:AutoConfig",
    "init_empty_weights": "accelerate:init_empty_weights", "infer_auto_device_map": "accelerate:infer_auto_device_map",
    "PeftModel": "peft:PeftModel",
    "AutoPipelineForText2Image": "diffusers:AutoPipelineForText2Image", "AutoPipelineForInpainting": "diffusers:AutoPipelineForInpainting",
    "DataLoader": "torch.utils.data:DataLoader", "ProcessPoolExecutor": "concurrent.futures:ProcessPoolExecutor",
    "SentenceTransformer": "sentence_transformers:SentenceTransformer", "load_file": "safetensors.torch:load_file",
    "save_file": "safetensors.torch:save_file", "get_kernel": "kernels:get_kernel", "Client": "gradio_client:Client",
    "hf_hub_download": "huggingface_hub:hf_hub_download", "snapshot_download": "huggingface_hub:snapshot_download",
    "login": "huggingface_hub:login", "HfApi": "huggingface_hub:HfApi",
    "scaled_dot_product_attention": "torch.nn.functional:scaled_dot_product_attention",
}


def usual(name: str) -> Any:
    """The object that everybody means by this name, or UNKNOWN."""
    if name not in USUAL:
        return UNKNOWN
    module, _, attribute = USUAL[name].partition(":")
    return getattr(importlib.import_module(module), attribute) if attribute else importlib.import_module(module)


def _imports(tree: ast.AST, elsewhere: frozenset[str]) -> tuple[dict[str, Any], list[str]]:
    known: dict[str, Any] = {}
    complaints: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found = _module(alias.name, elsewhere)
                first = alias.name.split(".")[0]
                known[alias.asname or first] = found if alias.asname else _module(first, elsewhere)
                if found is None:
                    complaints.append(f"there is no module {alias.name}")
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                known[alias.asname or alias.name] = _member(node.module, alias.name, elsewhere)
                if known[alias.asname or alias.name] is None:
                    complaints.append(f"{node.module} has no {alias.name}")
    return known, complaints


def _module(name: str, elsewhere: frozenset[str] = frozenset()) -> Any:
    if name in elsewhere or name.split(".")[0] in elsewhere:
        return UNKNOWN
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _member(module: str, name: str, elsewhere: frozenset[str]) -> Any:
    found = _module(module, elsewhere)
    if found in (None, UNKNOWN):
        return found
    return getattr(found, name, None) or _module(f"{module}.{name}")


def _resolve(node: ast.expr, known: dict[str, Any]) -> Any:
    """The object behind `name` or `name.attribute`, as far as it is a module, class or function; else UNKNOWN."""
    if isinstance(node, ast.Name):
        return known.get(node.id, UNKNOWN) if node.id in known else usual(node.id)
    if isinstance(node, ast.Attribute):
        owner = _resolve(node.value, known)
        return UNKNOWN if owner in (None, UNKNOWN) or not _is_static(owner) else getattr(owner, node.attr, None)
    return UNKNOWN


def _is_static(thing: Any) -> bool:
    return inspect.ismodule(thing) or inspect.isclass(thing)


def _attribute(node: ast.Attribute, known: dict[str, Any]) -> list[str]:
    if isinstance(node.ctx, ast.Store):
        return []
    owner = _resolve(node.value, known)
    if owner in (None, UNKNOWN) or not _is_static(owner) or hasattr(owner, node.attr):
        return []
    if inspect.ismodule(owner) and _module(f"{owner.__name__}.{node.attr}") is not None:
        return []
    return [f"{owner.__name__} has no {node.attr}"]


def _call(node: ast.Call, known: dict[str, Any]) -> list[str]:
    target = _resolve(node.func, known)
    if target in (None, UNKNOWN) or not callable(target):
        return []
    try:
        parameters = inspect.signature(target).parameters
    except (TypeError, ValueError):
        return []
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return []
    unknown = [word.arg for word in node.keywords if word.arg and word.arg not in parameters]
    return [f"{ast.unparse(node.func)} has no argument {name}" for name in unknown]
