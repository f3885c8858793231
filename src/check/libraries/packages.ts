/** Which imports are explained: by Python itself, by what every Space has, by the requirements. What is not may be a local file that is missing. */

import type { Module } from '../program/module.ts';
import { contentsOf } from '../python/tree.ts';
import type { Requirement } from '../space/requirements.ts';

/** Of the standard library what apps import. */
const STANDARD = new Set(
  `__future__ abc argparse ast asyncio base64 bisect builtins collections concurrent contextlib copy csv ctypes dataclasses datetime decimal
   difflib email enum fnmatch fractions functools gc getpass glob gzip hashlib heapq html http importlib inspect io ipaddress itertools json
   logging math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint queue random re secrets select shlex
   shutil signal site socket sqlite3 ssl statistics string struct subprocess sys tarfile tempfile textwrap threading time timeit traceback
   types typing typing_extensions unicodedata unittest urllib uuid warnings wave weakref xml zipfile zlib zoneinfo`.split(/\s+/),
);

/** Installed in every Gradio Space, and what Gradio itself installs. */
const PREINSTALLED = new Set(
  'spaces gradio gradio_client torch huggingface_hub datasets numpy pandas PIL requests httpx fastapi starlette uvicorn pydantic aiofiles anyio jinja2 yaml orjson tqdm packaging ffmpy pydub matplotlib'.split(
    ' ',
  ),
);

/** Modules whose distribution has another name. */
const DISTRIBUTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cv2: 'opencv',
    sklearn: 'scikit-learn',
    skimage: 'scikit-image',
    bs4: 'beautifulsoup4',
    dotenv: 'python-dotenv',
    fitz: 'pymupdf',
    docx: 'python-docx',
    pptx: 'python-pptx',
    whisper: 'openai-whisper',
    OpenSSL: 'pyopenssl',
    Crypto: 'pycryptodome',
    git: 'gitpython',
    serial: 'pyserial',
  }),
);

/** The first installed-looking import that nothing explains; null when all are explained. */
export function unexplainedImport(
  modules: Module[],
  requirements: readonly Requirement[],
  isLocal: (name: string) => boolean,
): string | null {
  const installed = requirements.map(({ name, url, text }) => `${name} ${url} ${text}`.toLowerCase().replace(/[-_.]/g, '-')).join(' ');
  const names = modules.flatMap(({ tree }) =>
    contentsOf(tree).imports.flatMap((node) =>
      node.nodeType === 'Import' ? node.names.map(({ name }) => name) : node.level ? [] : [node.module ?? ''],
    ),
  );
  const first = [...new Set(names.map((name) => name.split('.')[0] as string))];
  return (
    first.find(
      (name) =>
        name &&
        !STANDARD.has(name) &&
        !PREINSTALLED.has(name) &&
        !isLocal(name) &&
        !installed.includes((DISTRIBUTIONS.get(name) ?? name).toLowerCase().replace(/[-_.]/g, '-')),
    ) ?? null
  );
}
