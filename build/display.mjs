// A display to draw on: the one there is, or a virtual one for as long as this process lives.
import { spawn } from 'node:child_process';

/** Environment for Electron with a display in it. */
export async function withDisplay(env = process.env) {
  if (process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return { ...env };
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-ac'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => server.kill());
  // The number and its newline are two writes: a server whose pipe is closed in between gives up.
  let said = '';
  for await (const chunk of server.stdio[3]) {
    said += chunk;
    if (said.endsWith('\n')) break;
  }
  if (said === '') throw new Error('Xvfb did not start');
  // The server must not keep this process alive; leaving the loop has closed its pipe.
  server.unref();
  return { ...env, DISPLAY: `:${said.trim()}` };
}
