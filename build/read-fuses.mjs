// Reads back whether the fuses of a packed program stand as they should.
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from './package-config.mjs';

/** How a fuse stands on the wire, as in Electron's docs/tutorial/fuses.md. */
const states = { 48: 'off', 49: 'on', 114: 'removed' };

const optionOf = (name) => FuseV1Options[name[0].toUpperCase() + name.slice(1)];

function executableOf({ appOutDir, electronPlatformName, packager }) {
  if (electronPlatformName === 'linux') return join(appOutDir, packager.executableName);
  const product = packager.appInfo.productFilename;
  const isMac = electronPlatformName === 'darwin';
  return join(appOutDir, `${product}.${isMac ? 'app' : 'exe'}`);
}

/** Prints the fuses of one packed program; answers a sentence for each that stands wrong. */
export async function readFuses(context) {
  const wire = await getCurrentFuseWire(executableOf(context));
  const wrong = [];
  const read = [];
  for (const [name, wanted] of Object.entries(fuses)) {
    const state = states[wire[optionOf(name)]] ?? 'absent';
    const due = wanted ? 'on' : 'off';
    read.push(`${name} ${state}`);
    if (state !== due) wrong.push(`The fuse ${name} of ${context.appOutDir} is not ${due}.`);
  }
  console.log(`fuses: ${read.join(', ')}`);
  return wrong;
}
