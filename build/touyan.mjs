// npm run -s touyan -- COMMAND …: the command line, over the same services as the window.
import { runElectron } from './electron.mjs';
import { buildSources } from './sources.mjs';

if (!buildSources()) process.exit(1);
const quiet = ['--disable-gpu', '--log-level=3'];
const env = {
  DBUS_SESSION_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS ?? 'disabled:',
  DBUS_SYSTEM_BUS_ADDRESS: process.env.DBUS_SYSTEM_BUS_ADDRESS ?? 'disabled:',
};
process.exit(await runElectron([...quiet, '--cli', ...process.argv.slice(2)], { env }));
