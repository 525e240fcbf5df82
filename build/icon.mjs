// Draws build/icon.png (512 px) from build/icon.svg with the runtime that is there anyway.
// Run it after a change of the drawing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronWithDisplay, root, sandboxSwitches } from './electron.mjs';

const size = 512;
const drawing = readFileSync(join(root, 'build/icon.svg'));
const scratch = mkdtempSync(join(tmpdir(), 'touyan-icon-'));
const entry = join(scratch, 'main.cjs');
const options = { width: size, height: size, frame: false, transparent: true };
writeFileSync(
  entry,
  `const { app, BrowserWindow } = require('electron');
   app.whenReady().then(() => new BrowserWindow(${JSON.stringify(options)}).loadURL('about:blank'));`,
);

const { executable, env } = await electronWithDisplay();
const app = await _electron.launch({
  executablePath: executable,
  args: [...sandboxSwitches, '--force-device-scale-factor=1', entry],
  env,
});
try {
  const page = await app.firstWindow();
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${drawing.toString('base64')}`;
  await page.setContent(`<body style="margin:0"><img src="${source}" width="${size}"></body>`);
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({
    path: join(root, 'build/icon.png'),
    clip: { x: 0, y: 0, width: size, height: size },
    omitBackground: true,
  });
} finally {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(0);
