import { useState } from 'react';
import { recordOf } from '../../../shared/changes/records';
import {
  correctionsOf,
  sealedDocument,
  sealOf,
  withCorrections,
} from '../../../shared/report/seal';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { useFileJob } from '../../components/use-file-job';
import { bilingual } from '../../i18n/i18n';
import { call } from '../../state/bridge';
import { useReplica } from '../../state/workspace';
import type { ChosenDocument } from './chosen-document';
import { d } from './texts';
import { tellWritten } from './written';

const ways = {
  one: { format: 'pdf', as: 'one' },
  pdf: { format: 'pdf', as: 'each' },
  docx: { format: 'docx', as: 'each' },
} as const;

type Way = keyof typeof ways;

interface BatchDialogProps {
  readonly chosen: ChosenDocument;
  readonly onClose: () => void;
}

/** The documents of all leaders of the period in one go, sealed ones as they were sealed. */
export default function BatchDialog({ chosen, onClose }: BatchDialogProps) {
  const { state } = useReplica();
  const { kind, subjects, request } = chosen;
  const [way, setWay] = useState<Way>('one');
  const { share, complaints, run, stop } = useFileJob('documents');
  const documentOf = (subject: string) => {
    if (!request) return [];
    const one = { ...request, subject };
    const id = sealOf(kind.id, one);
    const seal = recordOf(state, 'seal', id);
    const sealed = seal && sealedDocument(seal);
    return [
      seal && sealed
        ? withCorrections(sealed, seal, correctionsOf(state, id))
        : kind.build(state, one),
    ];
  };
  const save = async () => {
    const documents = subjects.flatMap(({ id, name }, index) =>
      documentOf(id).map((document) => ({
        document,
        // Leaders of one name, and titles without names, must not meet in one folder.
        fileName: `${String(index + 1).padStart(2, '0')} ${name} ${bilingual(kind.name)}`,
      })),
    );
    const fileName = `${bilingual(kind.name)} ${chosen.period}`;
    const saved = await run(() => call('documents.save', { documents, fileName, ...ways[way] }));
    if (!saved) return;
    tellWritten(saved);
    onClose();
  };
  return (
    <Dialog title={d('batch.title')} onClose={onClose} onSave={() => save()}>
      <p>{d('batch.count', { count: subjects.length })}</p>
      <Choice
        label={d('batch.way')}
        value={way}
        options={[
          { value: 'one', label: d('batch.one') },
          { value: 'pdf', label: d('batch.pdf') },
          { value: 'docx', label: d('batch.docx') },
        ]}
        onChange={setWay}
      />
      {share !== undefined && (
        <p className="ty-actions">
          <progress value={share} aria-label={d('batch.title')} />
          <button type="button" className="ty-button ty-button-small" onClick={stop}>
            {d('batch.stop')}
          </button>
        </p>
      )}
      {complaints.map((complaint) => (
        <p key={complaint} className="ty-error" role="alert">
          {complaint}
        </p>
      ))}
    </Dialog>
  );
}
