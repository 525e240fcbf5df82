// Run by Windows' Node: installs silently, looks, removes silently, looks. `node … SETUP.exe`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , setup] = process.argv;
const program = join(process.env.LOCALAPPDATA, 'Programs', 'Touyan');
const data = join(process.env.APPDATA, 'Touyan', 'data');
mkdirSync(data, { recursive: true });
writeFileSync(join(data, 'touyan.json'), 'kept');

let failed = 0;
function hold(what, isSo) {
  console.log(`${isSo ? 'ok' : 'not ok'} installer: ${what}`);
  if (!isSo) failed += 1;
}

/** A key of the registry as text, by a file in Unicode; empty where it is not there. */
function key(name) {
  const file = join(mkdtempSync(join(tmpdir(), 'reg-')), 'out.reg');
  const { status } = spawnSync('reg.exe', ['export', name, file, '/y'], { stdio: 'ignore' });
  return status === 0 ? readFileSync(file, 'utf16le') : '';
}

const installed = spawnSync(setup, ['/S'], { stdio: 'ignore' });
hold('a silent installation ends well', installed.status === 0);
hold('the program lies in the folder of the user', existsSync(join(program, 'Touyan.exe')));
hold('.touyan belongs to it', key('HKCU\\Software\\Classes\\.touyan').includes('Touyan.Package'));
const command = key('HKCU\\Software\\Classes\\Touyan.Package\\shell\\open\\command');
hold(
  'a double click gives it the package',
  command.includes('Touyan.exe') && command.includes('%1'),
);

const uninstaller = join(program, 'Uninstall.exe');
const removed = spawnSync(uninstaller, ['/S', `_?=${program}`], { stdio: 'ignore' });
hold('a silent removal ends well', removed.status === 0);
hold('the program is gone', !existsSync(join(program, 'Touyan.exe')));
hold(
  '.touyan belongs to nobody',
  !key('HKCU\\Software\\Classes\\.touyan').includes('Touyan.Package'),
);
hold('the data stays', readFileSync(join(data, 'touyan.json'), 'utf8') === 'kept');
process.exit(failed > 0 ? 1 : 0);
