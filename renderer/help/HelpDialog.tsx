import { useEffect, useMemo, useRef, useState } from 'react';
import { textsOf, useLanguage } from '../i18n/i18n';
import { helpTexts } from '../i18n/texts/help';
import { search, termsOf } from '../search/match';
import { useToday } from '../state/today';
import { helpEntries, helpOf } from './help-entries';
import { type ShownHelp, showHelp } from './help-state';
import { ManualText } from './ManualText';
import { manualPages, sectionsOf, titleOfPage } from './manual';
import './help.css';

const h = textsOf(helpTexts);

/** Most places that a search of the manual lists. */
const most = 30;

/** The manual, over whatever is open: nothing that is half filled in is left. */
export default function HelpDialog({ page, section }: ShownHelp) {
  const language = useLanguage();
  const today = useToday();
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState('');
  const sections = sectionsOf(page, language);
  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew for another language
  const entries = useMemo(helpEntries, [language]);
  const found = useMemo(
    () => search(entries, termsOf(typed, today, [])).slice(0, most),
    [entries, typed, today],
  );
  const close = () => showHelp(null);

  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its section
  useEffect(() => {
    const heading = text.current?.querySelectorAll('h2, h3')[section];
    if (section > 0) heading?.scrollIntoView({ block: 'start' });
    else text.current?.scrollTo(0, 0);
  }, [page, section, language]);

  return (
    <dialog
      ref={dialog}
      className="ty-dialog ty-help"
      aria-label={h('help.title')}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="ty-help-side">
        <input
          className="ty-input"
          type="search"
          aria-label={h('help.search')}
          placeholder={h('help.search')}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <nav aria-label={h('help.contents')}>
          {typed.trim() === '' ? (
            <ul>
              {manualPages.map((name) => (
                <li key={name}>
                  <button
                    type="button"
                    aria-current={name === page ? 'page' : undefined}
                    onClick={() => showHelp({ page: name, section: 0 })}
                  >
                    {titleOfPage(name, language)}
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            <>
              <p className="ty-hint" role="status">
                {h('help.found', { count: found.length })}
              </p>
              <ul>
                {found.map(({ entry }) => (
                  <li key={entry.id}>
                    <button type="button" onClick={() => showHelp(helpOf(entry) ?? null)}>
                      {entry.title}
                      {entry.facts && <span className="ty-soft"> {entry.facts}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </nav>
        <button type="button" className="ty-button" onClick={close}>
          {h('help.close')}
        </button>
      </div>
      <article
        className="ty-help-text"
        ref={text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls is scrolled by keys
        tabIndex={0}
        aria-label={titleOfPage(page, language)}
      >
        {sections.map(({ title, tokens }, place) => (
          <section key={title}>
            {place === 0 ? <h2>{title}</h2> : <h3>{title}</h3>}
            <ManualText tokens={tokens} onPage={(name) => showHelp({ page: name, section: 0 })} />
          </section>
        ))}
      </article>
    </dialog>
  );
}
