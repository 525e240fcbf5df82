import type { Field } from '../../../shared/kinds/field';
import { bilingual } from '../../i18n/i18n';
import { s } from './texts';

interface TypedCellProps {
  readonly field: Field;
  /** What is typed there now. */
  readonly text: string;
  readonly label: string;
  /** Names of the unit's sections. */
  readonly sections: readonly string[];
  readonly onSettle: (text: string) => void;
  /** Whether leaving it empty can be chosen. */
  readonly canBeEmpty?: boolean;
}

/** The words among which a field lets one choose; undefined where it is typed. */
function choicesOf({ control }: Field, sections: readonly string[]): readonly string[] | undefined {
  switch (control.type) {
    case 'choice':
      return control.options.map(({ text }) => text.zh);
    case 'flag':
      return ['是', '否'];
    case 'department':
      return sections.length > 0 ? sections : undefined;
    default:
      return undefined;
  }
}

/** How a choice reads on the page; it is kept as a Chinese sheet would have it. */
const shownAs = ({ control }: Field, choice: string): string => {
  if (control.type !== 'choice') return choice;
  const option = control.options.find(({ text }) => text.zh === choice);
  return option ? bilingual(option.text) : choice;
};

/** A cell of a sheet that is mended on the page: chosen where the field is a choice, typed elsewhere. */
export function TypedCell(props: TypedCellProps) {
  const { field, text, label, sections, onSettle, canBeEmpty } = props;
  const choices = choicesOf(field, sections);
  if (choices) {
    return (
      <select
        className="ty-select"
        aria-label={label}
        value={choices.includes(text) ? text : '?'}
        onChange={(event) => onSettle(event.target.value)}
      >
        <option value="?" disabled>
          {s('sheets.names.choose')}
        </option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {shownAs(field, choice)}
          </option>
        ))}
        {canBeEmpty && <option value="">{s('sheets.names.leave')}</option>}
      </select>
    );
  }
  const settle = (now: string) => {
    if (now !== text) onSettle(now);
  };
  return (
    <input
      key={text}
      className="ty-input"
      aria-label={label}
      defaultValue={text}
      onBlur={(event) => settle(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value);
      }}
    />
  );
}
