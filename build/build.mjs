// npm run build
import { buildSources } from './sources.mjs';

process.exit(buildSources({ quiet: false }) ? 0 : 1);
