import { createRoot } from 'react-dom/client';
import { call } from '../state/bridge';
import { Paper } from './Paper';

const container = document.getElementById('paper');
if (!container) throw new Error('print.html has no #paper');

const report = await call('documents.current', null);
document.title = report.title;
document.documentElement.lang = report.language;

/** The pages are in the document; two frames later they are drawn, charts included. */
function set(pages: number): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void call('documents.ready', { pages })));
}

createRoot(container).render(<Paper document={report} onSet={set} />);
