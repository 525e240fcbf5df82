import { kinds } from '../../shared/kinds/kinds';
import { helpOf } from '../help/help-entries';
import { showHelp } from '../help/help-state';
import { bilingual, t, textsOf } from '../i18n/i18n';
import { searchTexts } from '../i18n/texts/search';
import { redoLast, undoLast } from '../state/act';
import { call } from '../state/bridge';
import { hrefOf, listedPages } from '../state/location';
import { type Entry, entryOf } from './entries';

const s = textsOf(searchTexts);

/** What is done at once, without a place of its own. */
const runs: Readonly<Record<string, () => void>> = {
  undo: () => void undoLast(),
  redo: () => void redoLast(),
  lock: () => void call('vault.lock', null).catch(() => undefined),
};

/** Carries an entry's action out; false where it leads to a place instead. */
export function run(entry: Entry): boolean {
  const { id } = entry;
  const help = helpOf(entry);
  if (help) {
    showHelp(help);
    return true;
  }
  const [what = '', name = ''] = id.split(':');
  if (what !== 'run' || !Object.hasOwn(runs, name)) return false;
  runs[name]?.();
  return true;
}

/** Sections of the settings, by the words of which they are found. */
const settings = ['unit', 'people', 'pc', 'rating', 'language', 'vault'] as const;

/** Pages, settings and actions. */
export const commandEntries = (): Entry[] => [
  ...listedPages.map((page) =>
    entryOf({
      id: `page:${page}`,
      group: 'page',
      title: t(`shell.nav.${page}`),
      words: [s(`search.page.${page}`)],
      href: hrefOf(page),
      weight: 3,
    }),
  ),
  ...settings.map((name) =>
    entryOf({
      id: `settings:${name}`,
      group: 'page',
      title: s(`search.settings.${name}`),
      facts: [t('shell.nav.settings')],
      href: hrefOf('settings'),
      weight: 2,
    }),
  ),
  ...(['undo', 'redo', 'lock'] as const).map((name) =>
    entryOf({
      id: `run:${name}`,
      group: 'action',
      title: s(`search.run.${name}`),
      facts: [s(`search.keys.${name}`)],
      href: hrefOf('home'),
      weight: 2,
    }),
  ),
  ...(
    [
      ['task', 'tasks', { task: 'new' }],
      ['outline', 'tasks', { new: 'outline' }],
      ['copy', 'tasks', { new: 'copy' }],
      ['target', 'targets', { new: '1' }],
      ['person', 'settings', { person: 'new' }],
      ['import', 'exchange', { view: 'in' }],
      ['export', 'exchange', { view: 'out' }],
      ['backup', 'backups', {}],
      ['rate', 'rating', {}],
    ] as const
  ).map(([name, page, params]) =>
    entryOf({
      id: `do:${name}`,
      group: 'action',
      title: s(`search.do.${name}`),
      href: hrefOf(page, params),
      weight: 2,
    }),
  ),
  ...kinds.map((kind) =>
    entryOf({
      id: `new:${kind.id}`,
      group: 'action',
      title: s('search.new', { what: bilingual(kind.name) }),
      href: hrefOf('registers', { kind: kind.id, new: '1' }),
    }),
  ),
];
