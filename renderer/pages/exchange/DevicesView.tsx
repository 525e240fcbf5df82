import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/rpc';
import { Dialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { PlainTable } from '../../components/PlainTable';
import { TextField } from '../../components/TextField';
import { t } from '../../i18n/i18n';
import { act, tellFailure } from '../../state/act';
import { call } from '../../state/bridge';
import { allSent, useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';
import { authorName } from '../history/who';

type Device = CallOutput<'transfer.devices'>[number];

/** All PCs that write into this unit, their fingerprints, and whether packages of them are taken. */
export default function DevicesView() {
  const replica = useReplica();
  const [devices, setDevices] = useState<readonly Device[]>();
  const [renamed, setRenamed] = useState<{ device: Device; name: string }>();
  // Names are records; the list is asked for again when they change.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every change
  useEffect(() => {
    void allSent().then(() => call('transfer.devices', null).then(setDevices, tellFailure));
  }, [replica]);
  if (!devices) return null;
  if (devices.length === 0) return <EmptyState sentence={t('exchange.devices.none')} />;
  const set = (device: string, status: 'trusted' | 'revoked') =>
    call('transfer.setTrust', { device, status }).then(setDevices, tellFailure);
  const rename = async () => {
    if (!renamed) return;
    const { device, name } = renamed;
    setRenamed(undefined);
    await act(
      'device.owner',
      [{ collection: 'device', id: device.id, fields: { name: name.trim() } }],
      {
        said: t('exchange.devices.renamed'),
      },
    );
  };
  const moment = (at: string): string => (at ? momentText(at) : '—');
  return (
    <div className="ty-section">
      <PlainTable
        label={t('exchange.view.devices')}
        titles={[
          t('exchange.devices.name'),
          t('exchange.devices.person'),
          t('exchange.devices.trust'),
          t('exchange.devices.fingerprint'),
          t('exchange.devices.lastIn'),
          t('exchange.devices.lastOut'),
          t('exchange.package.act'),
        ]}
      >
        {devices.map((device) => {
          const { id, name, person, status, fingerprint, lastIn, lastOut } = device;
          return (
            <tr key={id}>
              <td>{name || id}</td>
              <td>{authorName(replica.state, person) || '—'}</td>
              <td>{t(`exchange.trust.${status}`)}</td>
              <td>
                {fingerprint ? `${fingerprint.digits}（${fingerprint.words.join(' ')}）` : '—'}
              </td>
              <td>{moment(lastIn)}</td>
              <td>{moment(lastOut)}</td>
              <td>
                <button
                  type="button"
                  className="ty-link"
                  onClick={() => setRenamed({ device, name })}
                >
                  {t('exchange.devices.rename')}
                </button>{' '}
                {(status === 'trusted' || status === 'revoked') && (
                  <button
                    type="button"
                    className="ty-link"
                    onClick={() => void set(id, status === 'trusted' ? 'revoked' : 'trusted')}
                  >
                    {t(
                      status === 'trusted' ? 'exchange.devices.revoke' : 'exchange.devices.restore',
                    )}
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </PlainTable>
      <p className="ty-hint">{t('exchange.devices.hint')}</p>
      {renamed && (
        <Dialog
          title={t('exchange.devices.rename')}
          onClose={() => setRenamed(undefined)}
          onSave={() => rename()}
        >
          <TextField
            label={t('exchange.devices.name')}
            value={renamed.name}
            onChange={(name) => setRenamed({ ...renamed, name })}
            autoFocus
          />
        </Dialog>
      )}
    </div>
  );
}
