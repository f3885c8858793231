/** What is installed, by the name of what is imported. */
import type { Library } from '../../library/library.ts';

/** The name on PyPI: `cv2` is opencv-python-headless, and of `yaml.cyaml` the first part counts. */
export function packageOf(library: Pick<Library, 'modules'>, module: string | number): string;
export function packageOf(library: Pick<Library, 'modules'>, module: string | number | undefined): string | undefined;
export function packageOf({ modules }: Pick<Library, 'modules'>, module: string | number | undefined): string | undefined {
  if (module === undefined) return undefined;
  const name = String(module);
  const first = name.split('.')[0] as string;
  const known = [name, first].find((each) => Object.hasOwn(modules, each));
  return known ? modules[known] : first.replaceAll('_', '-').replace(/^-+/, '');
}
