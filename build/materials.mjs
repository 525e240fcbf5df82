// What the app is made of: a bill of materials (CycloneDX) and the licences of all that goes into the
// bundle, beside the packages in release/. npm run materials.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './electron.mjs';

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/** The bill as npm writes it: what is needed to run, nothing that only builds or tests. */
function billOfMaterials() {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  return JSON.parse(stdout);
}

function licenceOf({ name, group, licenses = [] }) {
  const full = group ? `${group}/${name}` : name;
  const folder = join(root, 'node_modules', ...full.split('/'));
  const said = licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name)
    .join(', ');
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return { full, said: said || 'not said', texts };
}

/** Writes both; answers a sentence for each component that says no licence. */
export function writeMaterials(folder = join(root, 'release')) {
  const bill = billOfMaterials();
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const billPath = join(folder, `touyan-${version}.cdx.json`);
  writeFileSync(billPath, `${JSON.stringify(bill, null, 2)}\n`);
  const licences = bill.components.map((component) => ({
    ...licenceOf(component),
    version: component.version,
  }));
  const line = '-'.repeat(72);
  const parts = licences.map(
    ({ full, version: of, said, texts }) =>
      `${line}\n${full} ${of}: ${said}\n\n${texts.join('\n\n')}\n`,
  );
  const licencesPath = join(folder, 'THIRD-PARTY-LICENSES.txt');
  writeFileSync(licencesPath, parts.join('\n'));
  for (const path of [billPath, licencesPath]) console.log(relative(root, path));
  console.log(`materials: ${licences.length} components`);
  return licences
    .filter(({ said }) => said === 'not said')
    .map(({ full }) => `${full} says no licence.`);
}

if (process.argv[1] === import.meta.filename) {
  const wrong = writeMaterials();
  for (const sentence of wrong) console.error(sentence);
  process.exit(wrong.length > 0 ? 1 : 0);
}
