import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The library that gives a process another clock, where Debian puts it on any kind of machine. */
export function faketimeLibrary(): string {
  const found = readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'))
    .find((path) => existsSync(path));
  if (!found) throw new Error('faketime is missing; npm run test:faults installs it');
  return found;
}
