import { createRoot } from 'react-dom/client';
import { adoptHolidays } from '../../shared/calendar/workdays';
import { dayText, setLanguage, t } from '../i18n/i18n';
import { call, listen } from '../state/bridge';
import { shiftClock } from '../state/clock';
import { go } from '../state/location';
import { notify } from '../state/notices';
import { followClock } from '../state/today';
import { followChanges, openWorkspace } from '../state/workspace';
import { App } from './App';

const container = document.getElementById('app');
if (!container) throw new Error('index.html has no #app');

const root = createRoot(container);
followChanges();
// Both answers are under way at once; the page is drawn when the data is there.
const [info] = await Promise.all([call('app.info', null), openWorkspace()]);
setLanguage(info.language);
adoptHolidays(info.holidays);
if (info.areHolidaysWrong) notify({ urgency: 'assertive', text: t('shell.holidaysWrong') });
const toPackages = () => go('exchange', { view: 'in' });
listen('transfer.asked', toPackages);
if (info.hasPackages) toPackages();
shiftClock(info.clockShift);
followClock(({ kind, from, to }) => {
  const days = { from: dayText(from), to: dayText(to) };
  notify({ urgency: 'assertive', text: t(`shell.clock.${kind}`, days) });
});
root.render(<App />);
