import type { JsonValue } from '../../../shared/changes/json';
import { useReplica } from '../../state/workspace';
import { type FieldPlace, fieldText, valueText } from './field-words';
import { RestoreValue } from './RestoreValue';
import { h } from './texts';

interface ChangedFieldProps {
  readonly place: FieldPlace;
  /** What it held before; undefined where there is nothing to tell. */
  readonly before: JsonValue | undefined;
  readonly after: JsonValue;
  /** Values that stand beside it, a conflict. */
  readonly beside?: readonly JsonValue[];
}

/** One changed field as a row: its name, old and new, and bringing this value back. */
export function ChangedField({ place, before, after, beside = [] }: ChangedFieldProps) {
  const { state } = useReplica();
  if (place.field === 'deleted') {
    return (
      <tr>
        <td colSpan={3}>{h(after === true ? 'history.deleted' : 'history.undeleted')}</td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{fieldText(state, place)}</th>
      <td>
        {before !== undefined && (
          <>
            <span className="ty-soft">{valueText(state, place, before)}</span>
            <span aria-hidden="true"> → </span>
          </>
        )}
        {valueText(state, place, after)}
        {beside.map((value) => (
          <span key={JSON.stringify(value)} className="ty-history-beside">
            {h('history.beside')}：{valueText(state, place, value)}
          </span>
        ))}
      </td>
      <td className="ty-history-act">
        <RestoreValue place={place} value={after} />
      </td>
    </tr>
  );
}
