// Start-up app of the registry runtime: does what Electron's stock default_app does for
// `electron [-r module] path …`. An ES module, so that the app is loaded before `ready`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
const preloaded = [];
let target;
while (args.length > 0 && target === undefined) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') preloaded.push(args.shift());
  else if (!arg.startsWith('-')) target = arg;
}

if (preloaded.length > 0) Module._preloadModules(preloaded);

if (target === undefined) {
  console.error('electron: no app was named');
  app.exit(1);
} else {
  const folder = path.resolve(target);
  const manifestPath = path.join(folder, 'package.json');
  let entry = folder;
  if (existsSync(manifestPath)) {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
    if (manifest.version) app.setVersion(manifest.version);
    app.setAppPath(folder);
    entry = path.join(folder, manifest.main ?? 'index.js');
  }
  const require = createRequire(import.meta.url);
  if (entry.endsWith('.cjs')) require(entry);
  else await import(pathToFileURL(entry).href);
}
