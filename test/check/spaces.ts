/** Spaces in memory, and the examples that lie beside each check. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSpace } from '../../src/check/check-space.ts';
import type { Folder } from '../../src/check/space/folder.ts';
import type { CheckReport } from '../../src/core/check-report.ts';
import { library } from '../library.ts';

const CHECKS = join(import.meta.dirname, '../../src/check/checks');

/** A folder of these files. */
export function folderWith(files: Record<string, string | Uint8Array>): Folder {
  const bytes = new Map(
    Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? new TextEncoder().encode(text) : text]),
  );
  return {
    name: 'space',
    read: (path) => bytes.get(path) ?? null,
    list: (path) => {
      const inside = [...bytes.keys()]
        .filter((each) => path === '' || each.startsWith(`${path}/`))
        .map((each) => (path === '' ? each : each.slice(path.length + 1)));
      return [...new Set(inside.map((each) => (each.includes('/') ? `${each.slice(0, each.indexOf('/'))}/` : each)))].sort();
    },
  };
}

/** The report on a Space of these files; throws when it is none. */
export function check(files: Record<string, string | Uint8Array>, select: string[] = []): CheckReport {
  const report = checkSpace(folderWith(files), library, select);
  if ('type' in report) throw new Error(report.what);
  return report;
}

/** "file:line check" for each finding. */
export function placesOf({ findings }: CheckReport): string[] {
  return findings.map(({ file, line, check: name }) => `${file}:${line} ${name}`).sort();
}

/** An app that no check has anything to say about. */
export const SOUND_APP = `import gradio as gr
import spaces
from transformers import pipeline

classify = pipeline("text-classification", model="distilbert-base-uncased", device="cuda")


@spaces.GPU(duration=20)
def answer(text):
    return classify(text)


gr.Interface(answer, "text", "json").queue(max_size=20).launch()
`;

/** Behind a line in which a finding is expected. */
const MARK = /[ \t]*# here$/;

export interface Example {
  name: string;
  files: Record<string, string>;
  /** "file:line" of the expected findings. */
  expected: string[];
}

/** The examples of a check: a Python file is an app, a text file the requirements, Markdown the README, a folder a whole Space. */
export function examplesOf(name: string, kind: 'sound' | 'broken'): Example[] {
  const folder = join(CHECKS, name, kind);
  return readdirSync(folder)
    .sort()
    .map((entry) => {
      const path = join(folder, entry);
      const raw = statSync(path).isDirectory() ? filesBelow(path) : single(entry, readFileSync(path, 'utf8'));
      const expected = Object.entries(raw).flatMap(([file, text]) =>
        text.split('\n').flatMap((line, index) => (MARK.test(line) ? [`${file}:${index + 1}`] : [])),
      );
      const files = Object.fromEntries(
        Object.entries(raw).map(([file, text]) => [
          file,
          text
            .split('\n')
            .map((line) => line.replace(MARK, ''))
            .join('\n'),
        ]),
      );
      return { name: entry, files: 'app.py' in files ? files : { ...files, 'app.py': SOUND_APP }, expected: expected.sort() };
    });
}

function single(entry: string, text: string): Record<string, string> {
  const name = entry.endsWith('.py') ? 'app.py' : entry.endsWith('.md') ? 'README.md' : 'requirements.txt';
  return { [name]: text };
}

function filesBelow(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}
