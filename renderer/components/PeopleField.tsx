import { useId, useState } from 'react';
import type { RecordOf } from '../../shared/model/collections';
import { t, textsOf } from '../i18n/i18n';
import { peopleFieldTexts } from '../i18n/texts/people-field';
import { matchesName } from './person-match';
import './people-field.css';

const p = textsOf(peopleFieldTexts);

interface PeopleFieldProps {
  readonly label: string;
  /** Ids of the people chosen. */
  readonly value: readonly string[];
  readonly people: readonly RecordOf<'person'>[];
  readonly onChange: (people: readonly string[]) => void;
  readonly error?: string | undefined;
  readonly className?: string;
  /** The list is open from the start. */
  readonly isOpen?: boolean;
}

/** Several people out of many: all at once, or one by one by name or pinyin. */
export default function PeopleField(props: PeopleFieldProps) {
  const { label, value, people, onChange, error, className } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(props.isOpen ?? false);
  const [typed, setTyped] = useState('');
  const chosen = new Set(value);
  const shown = people.filter(({ name }) => matchesName(name, typed));
  const known = new Set(people.map((person) => person.id));
  // People who have left stay in the records they stand in.
  const gone = value.filter((person) => !known.has(person));
  const inOrder = (wanted: ReadonlySet<string>) => [
    ...people.filter((person) => wanted.has(person.id)).map((person) => person.id),
    ...gone.filter((person) => wanted.has(person)),
  ];
  const put = (which: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const person of which) {
      if (isChosen) next.add(person);
      else next.delete(person);
    }
    onChange(inOrder(next));
  };
  const names = people.filter((person) => chosen.has(person.id)).map(({ name }) => name);
  const allShown = shown.map((person) => person.id);
  const areAllChosen = allShown.every((person) => chosen.has(person));

  return (
    <fieldset className={`ty-field ty-people ${className ?? ''}`} aria-describedby={`${id}-note`}>
      <legend className="ty-label">{label}</legend>
      <div className="ty-people-line">
        <p className="ty-people-names">{names.length === 0 ? p('none') : names.join(p('joint'))}</p>
        <button
          type="button"
          className="ty-button ty-button-small"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? p('fold') : p('choose')}
        </button>
      </div>
      <p id={`${id}-note`} className={error ? 'ty-error' : 'ty-hint'}>
        {error ?? p('count', { count: value.length })}
      </p>
      {isOpen && (
        <div id={`${id}-list`} className="ty-people-panel">
          <div className="ty-people-tools">
            <input
              className="ty-input"
              aria-label={p('search')}
              placeholder={p('search')}
              value={typed}
              // biome-ignore lint/a11y/noAutofocus: the list the user just opened is searched first
              autoFocus
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                // Enter takes the first that was found, and does not save the form.
                event.preventDefault();
                const [first] = shown;
                if (first && typed !== '') {
                  put([first.id], !chosen.has(first.id));
                  setTyped('');
                }
              }}
            />
            <button
              type="button"
              className="ty-button ty-button-small"
              onClick={() => put(allShown, !areAllChosen)}
            >
              {p(areAllChosen ? 'nobody' : 'all')}
            </button>
          </div>
          <div className="ty-people-list">
            {shown.length === 0 && <p className="ty-soft">{t('components.noMatch')}</p>}
            {shown.map((person) => (
              <label key={person.id} className="ty-people-option">
                <input
                  type="checkbox"
                  checked={chosen.has(person.id)}
                  onChange={(event) => put([person.id], event.target.checked)}
                />
                <span>
                  {person.name}
                  {person.post && <span className="ty-soft"> {person.post}</span>}
                </span>
              </label>
            ))}
          </div>
        </div>
      )}
    </fieldset>
  );
}
