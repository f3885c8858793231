/** A fix as it is told where no `packages.txt` is read: the system's own command installs what a Space would find there. */
import type { Known } from '../../../library/condition.ts';
import type { Fix } from '../../../library/entry.ts';
import { type Block, type Inline, snippet } from '../../../markup/blocks.ts';

const TO_PACKAGES = / to packages\.txt$/;
/** Machines with Debian's or Ubuntu's packages, more often than not. */
const WITH_APT = ['colab', 'kaggle', 'ci', 'cluster'];
/** What Homebrew and winget call the packages of Debian that they have. */
const ELSEWHERE: Record<string, { brew: string; winget?: string }> = {
  ffmpeg: { brew: 'ffmpeg', winget: 'Gyan.FFmpeg' },
  'espeak-ng': { brew: 'espeak-ng', winget: 'eSpeak-NG.eSpeak-NG' },
  'tesseract-ocr': { brew: 'tesseract', winget: 'UB-Mannheim.TesseractOCR' },
  'poppler-utils': { brew: 'poppler', winget: 'oschwartz10612.Poppler' },
  'portaudio19-dev': { brew: 'portaudio' },
  libportaudio2: { brew: 'portaudio' },
};

/** The fix with that command instead, where its title speaks of the file; else as it was. */
export function forSystem(fix: Fix, known: Known): Fix {
  const last = fix.title.at(-1);
  const names = typeof last === 'string' && TO_PACKAGES.test(last) ? fix.blocks.flatMap(namesIn) : [];
  const command = installs(names, known);
  if (!command) return fix;
  return { ...fix, title: fix.title.map(installed), blocks: fix.blocks.map((block) => (namesIn(block).length ? command : block)) };
}

const installed = (inline: Inline): Inline =>
  typeof inline === 'string' ? inline.replace(/^Add /, 'Install ').replace(TO_PACKAGES, ' on the system') : inline;

function installs(names: readonly string[], { where, os }: Known): Block | undefined {
  if (names.length === 0 || where === 'space') return undefined;
  const listed = names.join(' ');
  if (where === 'docker') return snippet(`RUN apt-get update && apt-get install -y ${listed}`, 'text');
  if (WITH_APT.includes(String(where)) || (where === 'local' && os === 'linux'))
    return snippet(`sudo apt-get install -y ${listed}`, 'bash');
  const found = names.length === 1 ? ELSEWHERE[listed] : undefined;
  if (os === 'macos' && found) return snippet(`brew install ${found.brew}`, 'bash');
  if (os === 'windows' && found?.winget) return snippet(`winget install ${found.winget}   # then open a new terminal`, 'bash');
  return undefined;
}

const namesIn = (block: Block): string[] => (block.type === 'snippet' && block.language === 'text' ? block.code.trim().split(/\s+/) : []);
