// npm run -s touyan -- COMMAND …: the command line, over the same services as the window.
import { runElectron } from './electron.mjs';
import { buildSources } from './sources.mjs';

if (!buildSources()) process.exit(1);
// npm runs scripts in the project's folder; paths on the command line are the caller's.
const { npm_lifecycle_event: script, INIT_CWD: callersFolder } = process.env;
if (script === 'touyan' && callersFolder) process.chdir(callersFolder);
const quiet = ['--disable-gpu', '--log-level=3'];
const env = {
  DBUS_SESSION_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS ?? 'disabled:',
  DBUS_SYSTEM_BUS_ADDRESS: process.env.DBUS_SYSTEM_BUS_ADDRESS ?? 'disabled:',
};
process.exit(await runElectron([...quiet, '--cli', ...process.argv.slice(2)], { env }));
