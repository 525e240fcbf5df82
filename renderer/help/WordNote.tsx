import { textsOf, useLanguage } from '../i18n/i18n';
import { helpTexts } from '../i18n/texts/help';
import { showHelp } from './help-state';
import { explained, sectionsOf } from './manual';

const h = textsOf(helpTexts);

/** What a word of the trade means, where it stands; the manual's own sentence. */
export default function WordNote({ word }: { word: keyof typeof explained }) {
  const language = useLanguage();
  const section = explained[word];
  const found = sectionsOf('words', language)[section];
  if (!found) return null;
  return (
    <p className="ty-hint ty-word-note ty-wide">
      <dfn>{found.title}</dfn>
      {h('help.word', { words: found.words.trim() })}{' '}
      <button
        type="button"
        className="ty-link"
        onClick={() => showHelp({ page: 'words', section })}
      >
        {h('help.words')}
      </button>
    </p>
  );
}
