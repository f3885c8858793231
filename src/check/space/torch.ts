/** The version of torch that a requirement asks for, by a condition or by the address of a wheel. */
import type { Requirement } from './requirements.ts';
import { wheelOf } from './wheels.ts';

/** `==2.5.1+cu124` asks for 2.5.1: the label behind the plus names the build. Empty for what pins no torch. */
export function torchSpecifierOf({ name, specifier, url }: Requirement): string {
  const wheel = url ? wheelOf(url) : null;
  if (wheel?.distribution === 'torch') return `==${wheel.version}`;
  return name === 'torch' && !url ? specifier.replace(/\+[a-z0-9.]{1,40}/gi, '') : '';
}
