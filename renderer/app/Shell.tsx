import { type ComponentType, Suspense, useCallback, useEffect, useState } from 'react';
import { showHelp } from '../help/help-state';
import { dayText, t } from '../i18n/i18n';
import HomePage from '../pages/home/HomePage';
import { redoLast, undoLast } from '../state/act';
import { call } from '../state/bridge';
import { isCheckAsked, leaveCheck } from '../state/checking';
import { hrefOf, leaveBy, listedPages, type PageName, useLocation } from '../state/location';
import { useToday } from '../state/today';
import { isTyping } from '../state/typing';
import { openWorkspace, useReplica } from '../state/workspace';
import { lookAhead } from './ahead';
import { Boundary } from './Boundary';
import { lazyPage } from './lazy-page';

const later = {
  rating: lazyPage(() => import('../pages/rating/RatingPage')),
  mechanisms: lazyPage(() => import('../pages/mechanisms/MechanismsPage')),
  registers: lazyPage(() => import('../pages/registers/RegistersPage')),
  tasks: lazyPage(() => import('../pages/tasks/TasksPage')),
  targets: lazyPage(() => import('../pages/targets/TargetsPage')),
  summary: lazyPage(() => import('../pages/summary/SummaryPage')),
  exchange: lazyPage(() => import('../pages/exchange/ExchangePage')),
  history: lazyPage(() => import('../pages/history/HistoryPage')),
  backups: lazyPage(() => import('../pages/backups/BackupsPage')),
  sheets: lazyPage(() => import('../pages/sheets/SheetsPage')),
  settings: lazyPage(() => import('../pages/settings/SettingsPage')),
};

/** The first page comes with the shell; the others when they are asked for, or before. */
const pages: Record<PageName, ComponentType> = { home: HomePage, ...later };

/** Those that one goes to most days, in the order in which they are loaded ahead. */
const ahead = [later.tasks, later.targets, later.rating, later.mechanisms, later.registers];

const ReadOnlyNote = lazyPage(() => import('./ReadOnlyNote'));
const SearchDialog = lazyPage(() => import('../search/SearchDialog'));
const RepairPage = lazyPage(() => import('../pages/repair/RepairPage'));

/** Text fields keep their own undo; the rest of the window undoes actions. */
function useUndoKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void (key === 'y' || event.shiftKey ? redoLast() : undoLast());
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** Alt+Left goes back and Alt+Right forward, as in a browser; Electron leaves that to the page. */
function useTravelKeys(): void {
  useEffect(() => {
    const pressed = ({ altKey, key }: KeyboardEvent) => {
      // Leaving the page would take an open form with it.
      if (document.querySelector('dialog[open]')) return;
      if (altKey && key === 'ArrowLeft') leaveBy(() => window.history.back());
      if (altKey && key === 'ArrowRight') leaveBy(() => window.history.forward());
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** Ctrl+L locks an encrypted unit, also while typing. */
function useLockKey(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      void call('vault.lock', null).catch(() => undefined);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

/** Ctrl+K searches over everything; Ctrl+F the list of the page, where it has a search of its own. */
function useSearchKeys(open: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'k' && key !== 'f')) return;
      event.preventDefault();
      // A form over the page is left first.
      if (document.querySelector('dialog[open]')) return;
      const own = document.querySelector<HTMLInputElement>('main input[type="search"]');
      if (key === 'k' || !own) return open();
      own.focus();
      own.select();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [open]);
}

/** Navigation at the left, the page at the right, what must be known at all times on top. */
export function Shell({ unitName }: { unitName: string }) {
  const { page, params } = useLocation();
  const { sample, readOnly, backup } = useReplica();
  useUndoKeys();
  useLockKey();
  useTravelKeys();
  const [isSearching, setSearching] = useState(false);
  useSearchKeys(useCallback(() => setSearching(true), []));
  const today = useToday();
  useEffect(
    () =>
      lookAhead(
        ahead.map(({ load }) => load),
        today,
      ),
    [today],
  );
  const isRepairing = isCheckAsked(params);
  const Page = pages[page];
  return (
    <div className="ty-shell">
      <nav className="ty-nav" aria-label={t('shell.nav')}>
        <p className="ty-nav-mark">{t('shell.name')}</p>
        <p className="ty-nav-unit">{unitName}</p>
        <button
          type="button"
          className="ty-nav-search"
          aria-keyshortcuts="Control+K"
          onClick={() => setSearching(true)}
        >
          {t('shell.search')} <kbd>Ctrl+K</kbd>
        </button>
        <ul>
          {listedPages.map((name) => (
            <li key={name}>
              <a href={hrefOf(name)} aria-current={name === page ? 'page' : undefined}>
                {t(`shell.nav.${name}`)}
              </a>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="ty-nav-search ty-nav-help"
          aria-keyshortcuts="F1"
          onClick={() => {
            void import('../help/manual').then(({ manualPageFor }) =>
              showHelp({ page: manualPageFor(page), section: 0 }),
            );
          }}
        >
          {t('shell.help')} <kbd>F1</kbd>
        </button>
      </nav>
      <main className="ty-main" id="main">
        {sample && (
          <p className="ty-banner">
            {t('shell.sample')}{' '}
            <button
              type="button"
              className="ty-link"
              onClick={() => void openWorkspace('workspace.leaveSample')}
            >
              {t('shell.sample.leave')}
            </button>
          </p>
        )}
        {backup && (
          <p className="ty-banner">
            {t('backups.browsing', { time: dayText(backup.slice(0, 10)) })}{' '}
            <button
              type="button"
              className="ty-link"
              onClick={() => void openWorkspace('workspace.leaveSample')}
            >
              {t('backups.browsing.leave')}
            </button>
          </p>
        )}
        {readOnly && !backup && (
          <Suspense fallback={null}>
            <ReadOnlyNote error={readOnly} canCheck={!isRepairing} />
          </Suspense>
        )}
        <Boundary key={page}>
          <Suspense fallback={<p className="ty-waiting">{t('shell.opening')}</p>}>
            {isRepairing ? <RepairPage onBack={leaveCheck} /> : <Page />}
          </Suspense>
        </Boundary>
      </main>
      {isSearching && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}
