/** Whether the program was started inside a Space's folder: asked at every diagnosis, so it must cost no more than a look or two at the disk. */
import { type Folder, isUnreadable } from '../check/space/folder.ts';
import { parseFrontMatter } from '../check/space/front-matter.ts';
import { plainText } from '../check/space/text-file.ts';
import { kindOfPath } from './named-path.ts';
import { openFolder } from './space-folder.ts';

/** The current folder, when its README.md says that it is a Space, or an app.py stands beside a requirements.txt; else null. */
export function spaceHere(): Folder | null {
  const hasApp = ['app.py', 'requirements.txt'].every((name) => kindOfPath(name) === 'file');
  if (!hasApp && kindOfPath('README.md') !== 'file') return null;
  const folder = openFolder('.');
  if ('what' in folder) return null;
  return hasApp || saysSpace(folder) ? folder : null;
}

/** Only a Space's README has an `sdk` in front. */
function saysSpace(folder: Folder): boolean {
  const read = folder.read('README.md');
  if (read === null || isUnreadable(read)) return false;
  return parseFrontMatter('README.md', plainText(read))?.settings.has('sdk') ?? false;
}
