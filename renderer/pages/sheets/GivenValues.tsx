import type { Field } from '../../../shared/kinds/field';
import type { GivenGuess } from '../../../shared/sheet/given';
import { bilingual } from '../../i18n/i18n';
import { TypedCell } from './TypedCell';
import { s } from './texts';

interface GivenValuesProps {
  readonly guesses: readonly GivenGuess[];
  /** Other fields without a column, of which one value may hold for all rows. */
  readonly others: readonly Field[];
  /** What the user said instead, by field. */
  readonly said: ReadonlyMap<string, string>;
  readonly sections: readonly string[];
  readonly onSay: (key: string, text: string) => void;
  /** Asks for one of the other fields as well. */
  readonly onAdd: (key: string) => void;
}

/** One value for all rows, of fields that the sheet has no column for: asked once. */
export function GivenValues(props: GivenValuesProps) {
  const { guesses, others, said, sections, onSay, onAdd } = props;
  return (
    <div className="ty-section">
      <h2>{s('sheets.given')}</h2>
      <p>{s('sheets.given.sentence')}</p>
      <div className="ty-sheets-choices">
        {guesses.map(({ field, text, from }) => {
          const now = said.get(field.key) ?? text;
          return (
            <div className="ty-field" key={field.key}>
              <span className="ty-label">
                {bilingual(field.label)}
                {field.required ? ' *' : ''}
              </span>
              <TypedCell
                field={field}
                text={now}
                label={bilingual(field.label)}
                sections={sections}
                canBeEmpty={!field.required}
                onSettle={(typed) => onSay(field.key, typed)}
              />
              {from && !said.has(field.key) && (
                <span className="ty-hint">
                  {s('sheets.given.from', { place: bilingual(from) })}
                </span>
              )}
              {now === '' && field.required && (
                <span className="ty-error">{s('sheets.given.empty')}</span>
              )}
            </div>
          );
        })}
        {others.length > 0 && (
          <div className="ty-field">
            <span className="ty-label">{s('sheets.given.more')}</span>
            <select
              className="ty-select"
              aria-label={s('sheets.given.more')}
              value=""
              onChange={(event) => onAdd(event.target.value)}
            >
              <option value="">{s('sheets.names.choose')}</option>
              {others.map(({ key, label }) => (
                <option key={key} value={key}>
                  {bilingual(label)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
    </div>
  );
}
