import type { OpenName } from '../../../shared/reading/field';
import type { Named } from '../../../shared/reading/people-index';
import { PlainTable } from '../../components/PlainTable';
import { s } from './texts';

interface OpenNamesProps {
  readonly names: readonly OpenName[];
  readonly people: readonly Named[];
  readonly onChoose: (typed: string, person: string) => void;
}

/** Most names that are asked about at once. */
const mostNames = 30;

const label = ({ name, department, post }: Named): string =>
  [name, department, post].filter(Boolean).join(' · ');

/** Who the names are that cannot be told for certain: those they may mean first, then everybody. */
export function OpenNames({ names, people, onChoose }: OpenNamesProps) {
  return (
    <div className="ty-section">
      <h2>{s('sheets.names')}</h2>
      <p>{s('sheets.names.sentence')}</p>
      <PlainTable
        label={s('sheets.names')}
        titles={[s('sheets.names.typed'), s('sheets.names.why'), s('sheets.names.person')]}
      >
        {names.slice(0, mostNames).map(({ typed, candidates, why }) => (
          <tr key={typed}>
            <td>{typed}</td>
            <td>{s(`sheets.names.${why}`)}</td>
            <td>
              <select
                className="ty-select"
                aria-label={s('sheets.names.for', { name: typed })}
                value="?"
                onChange={(event) => onChoose(typed, event.target.value)}
              >
                <option value="?" disabled>
                  {s('sheets.names.choose')}
                </option>
                {candidates.map((person) => (
                  <option key={person.id} value={person.id}>
                    {label(person)}
                  </option>
                ))}
                <option value="">{s('sheets.names.leave')}</option>
                {people
                  .filter((person) => !candidates.includes(person))
                  .map((person) => (
                    <option key={person.id} value={person.id}>
                      {label(person)}
                    </option>
                  ))}
              </select>
            </td>
          </tr>
        ))}
      </PlainTable>
      {names.length > mostNames && (
        <p className="ty-hint">{s('sheets.names.more', { count: names.length - mostNames })}</p>
      )}
    </div>
  );
}
