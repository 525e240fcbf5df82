import type { RewrittenPassage } from './rewritten';
import { d } from './texts';

interface PassagesPanelProps {
  readonly passages: readonly RewrittenPassage[];
  readonly onChoose: (section: string) => void;
}

/** The paragraphs the clerk rewrote, and whether their draft has changed since. */
export function PassagesPanel({ passages, onChoose }: PassagesPanelProps) {
  if (passages.length === 0) return null;
  return (
    <section>
      <h2>{d('passages.title')}</h2>
      <ul>
        {passages.map(({ section, place, isDraftChanged }) => (
          <li key={section}>
            <button type="button" className="ty-link" onClick={() => onChoose(section)}>
              {place}
            </button>{' '}
            <span className={isDraftChanged ? 'ty-light-due-soon' : 'ty-soft'}>
              {isDraftChanged ? `! ${d('passages.changed')}` : d('passages.same')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
