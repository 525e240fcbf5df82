// A display to draw on: the one there is, or a virtual one for as long as this process lives.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Environment for Electron with a display in it. */
export async function withDisplay(env = process.env) {
  if (process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return { ...env };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-ac'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => server.kill());
  const [number] = await once(server.stdio[3], 'data');
  // The server and its pipe must not keep this process alive.
  server.unref();
  server.stdio[3].destroy();
  return { ...env, DISPLAY: `:${String(number).trim()}` };
}
