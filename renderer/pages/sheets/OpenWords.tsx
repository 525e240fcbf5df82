import type { Field } from '../../../shared/kinds/field';
import { PlainTable } from '../../components/PlainTable';
import { bilingual } from '../../i18n/i18n';
import type { OpenWord } from './open-words';
import { TypedCell } from './TypedCell';
import { s } from './texts';

interface OpenWordsProps {
  readonly words: readonly OpenWord[];
  readonly sections: readonly string[];
  readonly onChoose: (field: Field, text: string, read: string) => void;
}

/** Most words that are asked about at once. */
const mostWords = 30;

/** What cannot be read, each word once: what is chosen holds for all rows that say the same. */
export function OpenWords({ words, sections, onChoose }: OpenWordsProps) {
  return (
    <div className="ty-section">
      <h2>{s('sheets.words')}</h2>
      <p>{s('sheets.words.sentence')}</p>
      <PlainTable
        label={s('sheets.words')}
        titles={[
          s('sheets.words.field'),
          s('sheets.words.text'),
          s('sheets.words.rows'),
          s('sheets.words.as'),
        ]}
      >
        {words.slice(0, mostWords).map(({ field, text, rows }) => (
          <tr key={`${field.key} ${text}`}>
            <td>{bilingual(field.label)}</td>
            <td>{text}</td>
            <td>{rows}</td>
            <td>
              <TypedCell
                field={field}
                text={text}
                label={s('sheets.words.for', { field: bilingual(field.label), text })}
                sections={sections}
                canBeEmpty={!field.required}
                onSettle={(read) => onChoose(field, text, read)}
              />
            </td>
          </tr>
        ))}
      </PlainTable>
      {words.length > mostWords && (
        <p className="ty-hint">{s('sheets.words.more', { count: words.length - mostWords })}</p>
      )}
    </div>
  );
}
