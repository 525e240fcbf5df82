import { useState } from 'react';
import { isRefused } from '../../../shared/insight/exchange/flags';
import type { CallOutput } from '../../../shared/rpc';
import { t } from '../../i18n/i18n';
import { IncomingRecords } from './IncomingRecords';
import { toggled } from './toggled';

type Foreseen = CallOutput<'transfer.preview'>;
type Group = Foreseen['groups'][number];

/** Names a group of the preview. */
export const groupKey = ({ module, author }: Pick<Group, 'module' | 'author'>): string =>
  `${module} ${author}`;

/** Names a record of the preview. */
export const recordKey = ({ collection, id }: { collection: string; id: string }): string =>
  `${collection} ${id}`;

interface PreviewProps {
  readonly preview: Foreseen;
  /** Groups that are not taken. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (next: ReadonlySet<string>) => void;
  /** Flagged records that are taken. */
  readonly flagged: ReadonlySet<string>;
  readonly onFlagged: (next: ReadonlySet<string>) => void;
}

/** What would change, by module and person; nothing is written yet. */
export function Preview({ preview, left, onLeft, flagged, onFlagged }: PreviewProps) {
  const [looked, setLooked] = useState<Group>();
  const { groups, changeSets, knownSets, files } = preview;
  const what = ({ module, authorName }: Group): string =>
    `${t(`exchange.module.${module}`)}（${authorName || '—'}）`;
  return (
    <div className="ty-section">
      <h2>{t('exchange.preview')}</h2>
      <p>{t('exchange.preview.sentence', { sets: changeSets, known: knownSets, files })}</p>
      {preview.unsignedSets > 0 && (
        <p className="ty-hint">{t('exchange.preview.unsigned', { count: preview.unsignedSets })}</p>
      )}
      {groups.length === 0 ? (
        <p>{t('exchange.preview.nothing')}</p>
      ) : (
        <div className="ty-table-frame">
          <table className="ty-table" aria-label={t('exchange.preview')}>
            <thead>
              <tr>
                <th scope="col">{t('exchange.preview.take')}</th>
                <th scope="col">{t('exchange.preview.module')}</th>
                <th scope="col">{t('exchange.preview.author')}</th>
                {(['new', 'changed', 'conflicting', 'known', 'flagged'] as const).map((name) => (
                  <th key={name} scope="col" className="ty-number">
                    {t(`exchange.preview.${name}`)}
                  </th>
                ))}
                <th scope="col">{t('exchange.package.act')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={groupKey(group)}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('exchange.preview.takeOne', { what: what(group) })}
                      checked={!left.has(groupKey(group))}
                      onChange={() => onLeft(toggled(left, groupKey(group)))}
                    />
                  </td>
                  <td>{t(`exchange.module.${group.module}`)}</td>
                  <td>{group.authorName || '—'}</td>
                  <td className="ty-number">{group.new}</td>
                  <td className="ty-number">{group.changed}</td>
                  <td className="ty-number">{group.conflicting}</td>
                  <td className="ty-number">{group.known}</td>
                  <td className="ty-number">{group.flagged}</td>
                  <td>
                    <button
                      type="button"
                      className="ty-link"
                      aria-label={t('exchange.preview.lookAt', { what: what(group) })}
                      onClick={() => setLooked(group)}
                    >
                      {t('exchange.preview.look')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {preview.flagged.length > 0 && (
        <fieldset className="ty-section">
          <legend>{t('exchange.flags')}</legend>
          {preview.flagged.map((record) => (
            <label key={recordKey(record)} className="ty-check">
              <input
                type="checkbox"
                disabled={isRefused(record.flags)}
                checked={flagged.has(recordKey(record))}
                onChange={() => onFlagged(toggled(flagged, recordKey(record)))}
              />{' '}
              {record.title}（{record.flags.map((flag) => t(`exchange.flag.${flag}`)).join('；')}）
            </label>
          ))}
        </fieldset>
      )}
      {looked && (
        <IncomingRecords
          group={looked}
          title={t('exchange.records', {
            module: t(`exchange.module.${looked.module}`),
            author: looked.authorName || '—',
          })}
          onClose={() => setLooked(undefined)}
        />
      )}
    </div>
  );
}
