import { useEffect, useState } from 'react';
import { periodOf } from '../../../shared/calendar/period';
import type { CheckItem } from '../../../shared/catalogue/row';
import { edit, recordOf } from '../../../shared/changes/records';
import { type Handover, handovers } from '../../../shared/insight/handovers';
import { leadersOf, peopleOf } from '../../../shared/insight/people';
import { Dialog } from '../../components/Dialog';
import PersonField from '../../components/PersonField';
import { RecordHistory } from '../../components/RecordHistory';
import { bilingual, dayText } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { useTyped } from '../../state/forms';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { assignedText } from './assigned-text';
import { v } from './texts';

interface AssignmentDialogProps {
  /** One item, or all of a section among which to choose. */
  readonly items: readonly CheckItem[];
  readonly onClose: () => void;
}

/** Who answers for check items: a responsible leader and a person in charge. */
export default function AssignmentDialog({ items, onClose }: AssignmentDialogProps) {
  const { state } = useReplica();
  const today = useToday();
  const [only] = items.length === 1 ? items : [];
  const known = only ? recordOf(state, 'assignment', only.id) : undefined;
  const [leader, setLeader] = useTyped('AssignmentDialog.leader', known?.leader ?? '');
  const [deputy, setDeputy] = useTyped('AssignmentDialog.deputy', known?.deputy ?? '');
  const [chosenIds, setChosenIds] = useTyped<readonly string[]>('AssignmentDialog.items', () =>
    items.map(({ id }) => id),
  );
  const chosen = new Set(chosenIds);
  const [tried, setTried] = useState(false);
  const month = periodOf(today, 'month');
  const noPerson = !known && leader === '' && deputy === '';
  const noItem = chosen.size === 0;

  const save = async () => {
    setTried(true);
    if (noPerson || noItem) return;
    const wanted = items.filter(({ id }) => chosen.has(id));
    // With many items an empty field leaves each as it is; with one it takes the person away.
    const fields = {
      ...((leader !== '' || only) && { leader: leader || null }),
      ...((deputy !== '' || only) && { deputy: deputy || null }),
    };
    const edits = wanted.map(({ id }) => edit('assignment', id, fields));
    const said = v('assign.saved', { count: wanted.length });
    if (await act('assignment.save', edits, { said })) onClose();
  };

  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosenIds([...next]);
  };

  return (
    <Dialog
      title={only ? bilingual(only.text) : v('assign.title')}
      onClose={onClose}
      onSave={() => save()}
      isWide={!only}
    >
      {only && known && <Handovers item={only.id} />}
      {!only && (
        <fieldset className="ty-field">
          <legend className="ty-label">{v('assign.items')}</legend>
          <div className="ty-assign-items">
            <label className="ty-wide">
              <input
                type="checkbox"
                checked={items.every(({ id }) => chosen.has(id))}
                onChange={(event) =>
                  choose(
                    items.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />{' '}
              <strong>{v('assign.all')}</strong>
            </label>
            {items.map((item) => (
              <label key={item.id}>
                <input
                  type="checkbox"
                  checked={chosen.has(item.id)}
                  onChange={(event) => choose([item.id], event.target.checked)}
                />{' '}
                {bilingual(item.text)}
                <span className="ty-soft"> {assignedText(state, item.id)}</span>
              </label>
            ))}
          </div>
          {tried && noItem && <p className="ty-error">{v('assign.noItem')}</p>}
        </fieldset>
      )}
      {!only && <p className="ty-hint">{v('assign.hint')}</p>}
      <div className="ty-grid-2">
        <PersonField
          label={v('assign.leader')}
          value={leader}
          people={leadersOf(state, month)}
          onChange={setLeader}
          error={tried && noPerson ? v('assign.noPerson') : undefined}
        />
        <PersonField
          label={v('assign.deputy')}
          value={deputy}
          people={peopleOf(state, month)}
          onChange={setDeputy}
        />
      </div>
    </Dialog>
  );
}

/** Who answered for the item from when, as the change log tells it. */
function Handovers({ item }: { item: string }) {
  const replica = useReplica();
  const [found, setFound] = useState<readonly Handover[] | null>(null);
  useEffect(() => {
    let isGone = false;
    call('history.record', { collection: 'assignment', id: item })
      .then((sets) => {
        if (!isGone) setFound(handovers(sets));
      })
      .catch(tellFailure);
    return () => {
      isGone = true;
    };
  }, [item]);
  return (
    <div>
      <h3 className="ty-assign-head">
        {v('assign.history')} <RecordHistory collection="assignment" id={item} isQuiet />
      </h3>
      {found === null && <p className="ty-soft">{v('assign.reading')}</p>}
      <ul className="ty-view-list">
        {found?.map((handover) => (
          <li key={`${handover.from} ${handover.leader} ${handover.deputy}`}>
            {v('assign.from', {
              day: dayText(handover.from),
              who: assignedText(replica.state, handover),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
