// npm start: builds what changed and opens the app.
import { runElectron } from './electron.mjs';
import { buildSources } from './sources.mjs';

if (!buildSources()) process.exit(1);
process.exit(await runElectron(process.argv.slice(2)));
