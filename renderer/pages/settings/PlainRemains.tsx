import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { fileSize } from '../../components/file-size';
import { shortDayText } from '../../i18n/i18n';
import { tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { notify } from '../../state/notices';
import { v } from '../lock/texts';

type Remain = CallOutput<'vault.remains'>[number];

const nameOf = ({ kind, path, madeAt, bytes }: Remain): string => {
  const size = fileSize(bytes);
  return kind === 'folder'
    ? v('vault.remains.folder', { path, size })
    : v('vault.remains.backup', { date: shortDayText((madeAt ?? '').slice(0, 10)), path, size });
};

/** What lies about unencrypted of a unit that is encrypted now, each to be removed by choice. */
export function PlainRemains() {
  const [remains, setRemains] = useState<readonly Remain[]>([]);
  const [asked, setAsked] = useState<Remain | null>(null);
  useEffect(() => {
    call('vault.remains', null).then(setRemains, tellFailure);
  }, []);
  if (remains.length === 0) return null;
  const removeIt = async ({ place, id }: Remain): Promise<void> => {
    setAsked(null);
    try {
      setRemains(await call('vault.removeRemain', { place, id }));
      notify({ urgency: 'polite', text: v('vault.remains.removed') });
    } catch (error) {
      tellFailure(error);
    }
  };
  return (
    <>
      <h3>{v('vault.remains')}</h3>
      <p>{v('vault.remains.hint')}</p>
      <ul>
        {remains.map((remain) => (
          <li key={`${remain.place} ${remain.id}`}>
            {nameOf(remain)}{' '}
            <button
              type="button"
              className="ty-link"
              aria-label={v('vault.remains.remove.of', { name: nameOf(remain) })}
              onClick={() => setAsked(remain)}
            >
              {v('vault.remains.remove')}
            </button>
          </li>
        ))}
      </ul>
      {asked && (
        <Dialog
          title={v('vault.remains.confirm')}
          onClose={() => setAsked(null)}
          onSave={() => void removeIt(asked)}
          saveLabel={v('vault.remains.remove')}
        >
          <p>{nameOf(asked)}</p>
        </Dialog>
      )}
    </>
  );
}
