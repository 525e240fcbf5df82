// npm run test:network [-- FILE …]: the end-to-end suite, or some files of it, in a network namespace
// of its own, in which every packet that leaves and every name that is looked up is counted. Linux;
// as root, or as a user who may make namespaces.
import { spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronWithDisplay, root } from './electron.mjs';
import { buildSources } from './sources.mjs';

const device = 'way-out';
const gateway = '10.99.0.1';

function run(command, args, { quiet = false } = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0 && !quiet) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
  return { ok: status === 0, stdout };
}

/** A way out that leads nowhere: what is sent there counts, and nobody answers. */
function makeWayOut() {
  run('ip', ['link', 'set', 'lo', 'up']);
  // Not every kernel has dummies; one end of a pair serves as well.
  const isDummy = run('ip', ['link', 'add', device, 'type', 'dummy'], { quiet: true }).ok;
  if (!isDummy) {
    run('ip', ['link', 'add', device, 'type', 'veth', 'peer', 'name', 'nowhere']);
    for (const end of [device, 'nowhere']) quietSix(end);
    run('ip', ['link', 'set', 'nowhere', 'up']);
  } else quietSix(device);
  run('ip', ['address', 'add', '10.99.0.2/24', 'dev', device]);
  run('ip', ['link', 'set', device, 'up']);
  run('ip', ['route', 'add', 'default', 'via', gateway]);
  // So that a packet leaves at once, and not only the question who takes it.
  run('ip', ['neighbour', 'add', gateway, 'lladdr', '02:00:00:00:00:01', 'dev', device]);
}

/** The kernel itself would greet the neighbours in IPv6. */
const quietSix = (end) =>
  run('sh', ['-c', `echo 1 > /proc/sys/net/ipv6/conf/${end}/disable_ipv6`], { quiet: true });

/** Packets of any protocol that went out so far. */
function packets() {
  const [link] = JSON.parse(run('ip', ['-s', '-j', 'link', 'show', 'dev', device]).stdout);
  return link.stats64.tx.packets;
}

/** Answers that there is no such name, and counts the questions. */
async function nameServer() {
  const resolv = join(mkdtempSync(join(tmpdir(), 'touyan-names-')), 'resolv.conf');
  writeFileSync(resolv, 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
  run('mount', ['--bind', resolv, '/etc/resolv.conf']);
  const asked = { count: 0 };
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) => {
    asked.count += 1;
    const answer = Buffer.from(question);
    answer.writeUInt16BE(0x8183, 2);
    socket.send(answer, port, address);
  });
  await new Promise((resolve) => socket.bind(53, '127.0.0.1', resolve));
  socket.unref();
  return asked;
}

/** Sends what must be counted: a count that cannot rise proves nothing. */
async function provoke() {
  await lookup('there-is-no-such-name.example').catch(() => undefined);
  const socket = createSocket('udp4');
  await new Promise((resolve) => socket.send('x', 9, gateway, resolve));
  socket.close();
}

async function inside(files) {
  makeWayOut();
  const asked = await nameServer();
  await provoke();
  console.log(`control: ${packets()} packet out, ${asked.count} look-ups`);
  if (packets() === 0 || asked.count === 0) throw new Error('the namespace counts nothing');
  const [packetsBefore, askedBefore] = [packets(), asked.count];
  const { executable, env } = await electronWithDisplay({ tests: true });
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', ...files],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...env, TOUYAN_ELECTRON: executable, NO_COLOR: '1', FORCE_COLOR: '0' },
    },
  );
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const [out, names] = [packets() - packetsBefore, asked.count - askedBefore];
  console.log(`network: ${out} packets of any protocol, ${names} look-ups`);
  return code === 0 && out === 0 && names === 0 ? 0 : 1;
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--inside') process.exit(await inside(rest));
if (process.platform !== 'linux') {
  console.error('The proof needs network namespaces, which only Linux has.');
  process.exit(2);
}
if (!buildSources()) process.exit(1);
const own = process.getuid() === 0 ? [] : ['--map-root-user'];
const { status } = spawnSync(
  'unshare',
  [
    ...own,
    ...['--net', '--mount', process.execPath, import.meta.filename, '--inside'],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
