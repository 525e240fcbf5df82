import { type JsonValue, sameValue } from '../../../shared/changes/json';
import { isNothing } from '../../../shared/changes/timeline';
import { act } from '../../state/act';
import { useReplica } from '../../state/workspace';
import { type FieldPlace, fieldText, valueText } from './field-words';
import { valuesOf } from './record-title';
import { canRestoreValue, restoreAudience } from './restoring';
import { h } from './texts';

/** Whether two values read the same: cleared and never set do. */
const readsSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  sameValue(a ?? null, b ?? null) || (isNothing(a) && isNothing(b));

interface RestoreValueProps {
  readonly place: FieldPlace;
  readonly value: JsonValue;
}

/** Sets a field to an earlier value by a new action; says so where the field holds it already. */
export function RestoreValue({ place, value }: RestoreValueProps) {
  const replica = useReplica();
  const { collection, id, field } = place;
  // Values of the replica are JSON, which `valuesOf` does not tell.
  const now = valuesOf(replica.state, collection, id)[field] as JsonValue | undefined;
  if (readsSame(now, value)) return <span className="ty-soft">{h('history.isNow')}</span>;
  const audience = restoreAudience(replica, collection, id);
  if (!audience || !canRestoreValue(replica, collection, id, field)) return null;
  const name = fieldText(replica.state, place);
  const restore = () =>
    void act('history.restoreValue', [{ collection, id, fields: { [field]: value } }], {
      audience,
      said: h('history.restored', { field: name }),
    });
  return (
    <button
      type="button"
      className="ty-link"
      aria-label={`${h('history.restoreValue')}：${name} ${valueText(replica.state, place, value)}`}
      onClick={restore}
    >
      {h('history.restoreValue')}
    </button>
  );
}
