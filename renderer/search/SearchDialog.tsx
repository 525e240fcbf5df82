import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isComposing } from '../components/TextField';
import { dayText, shortDayText, textsOf } from '../i18n/i18n';
import { searchTexts } from '../i18n/texts/search';
import { tellFailure } from '../state/act';
import { leaveBy, reach } from '../state/location';
import { useToday } from '../state/today';
import { readMissingYears, useReplica } from '../state/workspace';
import { run } from './commands';
import { type Entry, type Group, groups } from './entries';
import { type Found, search, termsOf } from './match';
import { allEntries, peopleNames } from './search-index';
import './search.css';

const s = textsOf(searchTexts);

/** So many of a group are shown before its rest is asked for, and at most then. */
const fewOf = (group: Group): number => (group === 'page' || group === 'action' ? 3 : 6);
const mostOf = 200;

/** Shown before anything is typed. */
const first = [
  'do:task',
  'do:rate',
  'new:study-session',
  'new:party-day',
  'do:export',
  'do:backup',
];

interface Section {
  readonly group: Group | 'start';
  readonly found: readonly Entry[];
  /** How many more there are, and the option that lists them. */
  readonly rest: number;
}

/** The option behind the finds of a group that are not shown. */
const moreId = (group: string): string => `more:${group}`;

/** Finds in their groups; the group of the best find stands first, the others in their order. */
function sectionsOf(found: readonly Found[], whole: Group | null): Section[] {
  const [best] = found;
  const order = [...groups].sort(
    (a, b) => Number(b === best?.entry.group) - Number(a === best?.entry.group),
  );
  return order.flatMap((group) => {
    const own = found.filter(({ entry }) => entry.group === group).map(({ entry }) => entry);
    const shown = own.slice(0, whole === group ? mostOf : fewOf(group));
    return own.length > 0 ? [{ group, found: shown, rest: own.length - shown.length }] : [];
  });
}

/** What was typed, marked where it stands in a title. */
function Marked({ title, words }: { title: string; words: readonly string[] }) {
  const lower = title.toLowerCase();
  const word = words.find((one) => lower.includes(one));
  if (!word) return title;
  const at = lower.indexOf(word);
  return (
    <>
      {title.slice(0, at)}
      <mark>{title.slice(at, at + word.length)}</mark>
      {title.slice(at + word.length)}
    </>
  );
}

/** Searches over everything and opens what is chosen; all by keyboard. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const replica = useReplica();
  const today = useToday();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [whole, setWhole] = useState<Group | null>(null);
  const sought = useDeferredValue(typed);
  const { state, missing } = replica;

  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // Ten years are looked through, those left out at the start as well.
  const isMissing = missing.length > 0;
  useEffect(() => {
    if (isMissing) readMissingYears().catch(tellFailure);
  }, [isMissing]);

  const entries = useMemo(() => allEntries(replica.state), [replica]);
  const terms = useMemo(() => termsOf(sought, today, peopleNames(state)), [sought, today, state]);
  const found = useMemo(() => search(entries, terms), [entries, terms]);
  const sections: readonly Section[] = useMemo(() => {
    if (terms.length > 0) return sectionsOf(found, whole);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return [{ group: 'start', found: first.flatMap((one) => byId.get(one) ?? []), rest: 0 }];
  }, [entries, terms, found, whole]);
  const ids = sections.flatMap(({ group, found: own, rest }) => [
    ...own.map((entry) => entry.id),
    ...(rest > 0 ? [moreId(group)] : []),
  ]);
  const active = ids[Math.min(at, ids.length - 1)];
  const words = terms.map(({ text }) => text);

  useEffect(() => {
    if (active) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const open = (chosen: string) => {
    const more = sections.find(({ group }) => moreId(group) === chosen);
    if (more && more.group !== 'start') {
      setWhole(more.group);
      return;
    }
    const entry = sections.flatMap((section) => section.found).find((one) => one.id === chosen);
    if (!entry) return;
    onClose();
    if (!run(entry)) leaveBy(() => reach(entry.href));
  };
  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(ids.length - 1, Math.min(now, ids.length - 1) + step)));
    }
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      open(active);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="ty-dialog ty-search"
      data-sought={sought}
      aria-label={s('search.title')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <input
        className="ty-input ty-search-field"
        role="combobox"
        aria-label={s('search.field')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active && `${id}-${active}`}
        aria-autocomplete="list"
        placeholder={s('search.field')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        ref={(element) => element?.setAttribute('autofocus', '')}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setWhole(null);
        }}
        onKeyDown={pressed}
      />
      <p className="ty-hint ty-search-hint">
        {isMissing ? s('search.older') : terms.length === 0 ? s('search.hint') : s('search.keys')}
      </p>
      <p className="ty-visually-hidden" role="status">
        {terms.length > 0 && s('search.count', { count: found.length })}
      </p>
      {terms.length > 0 && found.length === 0 && <p>{s('search.none', { typed: sought })}</p>}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={s('search.title')}
        className="ty-search-list"
        hidden={ids.length === 0}
      >
        {sections.map(({ group, found: own, rest }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
          <div
            key={group}
            role="group"
            aria-label={s(group === 'start' ? 'search.start' : `search.group.${group}`)}
          >
            <p className="ty-search-group" aria-hidden="true">
              {s(group === 'start' ? 'search.start' : `search.group.${group}`)}
            </p>
            {own.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
              <div
                key={entry.id}
                id={`${id}-${entry.id}`}
                role="option"
                aria-selected={entry.id === active}
                tabIndex={-1}
                className="ty-search-option"
                onClick={() => open(entry.id)}
                onPointerMove={() => setAt(ids.indexOf(entry.id))}
              >
                <span>
                  <Marked title={entry.title} words={words} />
                </span>
                <span className="ty-soft">{entry.facts}</span>
                <span className="ty-soft ty-nowrap">
                  {entry.group === 'target'
                    ? ''
                    : entry.day.startsWith(today.slice(0, 4))
                      ? shortDayText(entry.day)
                      : dayText(entry.day)}
                </span>
              </div>
            ))}
            {rest > 0 && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
              <div
                id={`${id}-${moreId(group)}`}
                role="option"
                aria-selected={active === moreId(group)}
                tabIndex={-1}
                className="ty-search-option ty-search-more"
                onClick={() => open(moreId(group))}
                onPointerMove={() => setAt(ids.indexOf(moreId(group)))}
              >
                {s('search.more', { count: rest })}
              </div>
            )}
          </div>
        ))}
      </div>
    </dialog>
  );
}
