import { createRoot } from 'react-dom/client';
import { setLanguage } from '../i18n/i18n';
import { call } from '../state/bridge';
import { followChanges, openWorkspace } from '../state/workspace';
import { App } from './App';

const container = document.getElementById('app');
if (!container) throw new Error('index.html has no #app');

const root = createRoot(container);
followChanges();
// Both answers are under way at once; the page is drawn when the data is there.
const [info] = await Promise.all([call('app.info', null), openWorkspace()]);
setLanguage(info.language);
root.render(<App info={info} />);
