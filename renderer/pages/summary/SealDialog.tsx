import { useState } from 'react';
import { recordOf } from '../../../shared/changes/records';
import type { ReportDocument } from '../../../shared/report/blocks';
import { subjectsOf } from '../../../shared/report/document-kind';
import { personalKind } from '../../../shared/report/leader';
import { sealEdit, sealOf } from '../../../shared/report/seal';
import { monthlyKind } from '../../../shared/report/summary';
import { Dialog } from '../../components/Dialog';
import { act } from '../../state/act';
import { notify } from '../../state/notices';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import type { ChosenDocument } from './chosen-document';
import { d } from './texts';

interface SealDialogProps {
  readonly id: string;
  readonly chosen: ChosenDocument;
  readonly draft: ReportDocument;
  readonly onClose: () => void;
}

/** Says what sealing means, then seals the document, and the leaders' of the month if wished. */
export default function SealDialog({ id, chosen, draft, onClose }: SealDialogProps) {
  const { state, device } = useReplica();
  const today = useToday();
  const { kind, request } = chosen;
  const [withLeaders, setWithLeaders] = useState(kind.id === monthlyKind.id);
  const others =
    request && kind.id === monthlyKind.id
      ? subjectsOf(personalKind, state, request)
          .map((subject) => ({ ...request, subject: subject.id }))
          .filter((one) => !recordOf(state, 'seal', sealOf(personalKind.id, one)))
      : [];
  const save = async () => {
    const by = { today, person: recordOf(state, 'device', device)?.person ?? '' };
    const edits = [await sealEdit(id, draft, by)];
    for (const one of withLeaders ? others : []) {
      const document = personalKind.build(state, one);
      edits.push(await sealEdit(sealOf(personalKind.id, one), document, by));
    }
    if (!(await act('document.seal', edits))) return;
    // Nothing to take back is offered: a seal stands for good.
    notify({ urgency: 'polite', text: d('seal.done', { count: edits.length }) });
    onClose();
  };
  return (
    <Dialog
      title={d('seal.title')}
      saveLabel={d('seal.do')}
      onClose={onClose}
      onSave={() => save()}
    >
      <p>{draft.title}</p>
      <p>{d('seal.explain')}</p>
      {others.length > 0 && (
        <label className="ty-check">
          <input
            type="checkbox"
            checked={withLeaders}
            onChange={(event) => setWithLeaders(event.target.checked)}
          />{' '}
          {d('seal.all', { count: others.length })}
        </label>
      )}
    </Dialog>
  );
}
