import { lazy, Suspense, useMemo } from 'react';
import type { Period } from '../../../shared/calendar/period';
import { recordOrDefault } from '../../../shared/changes/records';
import { leaderLedger } from '../../../shared/insight/consequences';
import { formulaText } from '../../../shared/insight/target-score';
import type { TargetLine } from '../../../shared/insight/target-year';
import { unitId } from '../../../shared/model/unit';
import { Table } from '../../components/Table';
import { bilingual, numberText } from '../../i18n/i18n';
import { choiceLabels } from '../../i18n/texts/fields';
import { useOpen } from '../../state/forms';
import { hrefOf } from '../../state/location';
import { useReplica } from '../../state/workspace';
import { ConsequenceTable } from './ConsequenceTable';
import { v } from './texts';

const ConsequenceDialog = lazy(() => import('./ConsequenceDialog'));
const FormulaDialog = lazy(() => import('./FormulaDialog'));

/** What followed from how targets were met: a line for each leader, then each record. */
export default function ConsequenceView({
  lines,
  month,
}: {
  lines: readonly TargetLine[];
  month: Period;
}) {
  const replica = useReplica();
  const [open, setOpen] = useOpen<{ readonly id: string | undefined } | null>(
    'ConsequenceView.open',
    null,
  );
  const [isSetting, setSetting] = useOpen('ConsequenceView.isSetting', false);
  const year = month.slice(0, 4);
  const ledger = useMemo(() => leaderLedger(replica.state, lines, month), [replica, lines, month]);
  const formula = recordOrDefault(replica.state, 'unit', unitId);
  const kinds = (
    list: readonly { readonly kind: keyof typeof choiceLabels.consequence.kind }[],
  ) => {
    if (list.length === 0) return '—';
    const counts = new Map<string, number>();
    for (const { kind } of list) {
      const name = bilingual(choiceLabels.consequence.kind[kind]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].map(([name, count]) => `${name} ${count}`).join('　');
  };
  const title = v('targets.ledger', { year });
  const listed = v('targets.ledger.list', { year });
  return (
    <>
      <div className="ty-section">
        <div className="ty-chart-head">
          <h2>{title}</h2>
          <div className="ty-chart-actions">
            <a
              className="ty-button ty-button-link"
              href={hrefOf('summary', { document: 'consequence-ledger', span: 'year', month })}
            >
              {v('targets.ledger.document')}
            </a>
            <button type="button" className="ty-button" onClick={() => setSetting(true)}>
              {v('targets.formula')}
            </button>
          </div>
        </div>
        <p className="ty-chart-sentence">
          {v('targets.ledger.sentence', { formula: bilingual(formulaText(formula)) })}
        </p>
        <Table
          label={title}
          rows={ledger}
          columns={[
            {
              id: 'leader',
              title: v('targets.ledger.leader'),
              cell: ({ id, name, post }) => (
                <>
                  <a href={hrefOf('targets', { month, by: 'leader', group: id })}>{name}</a>{' '}
                  <span className="ty-soft">{post}</span>
                </>
              ),
            },
            {
              id: 'targets',
              title: v('targets.ledger.targets'),
              align: 'number',
              cell: ({ targets }) => targets.total,
            },
            {
              id: 'onTrack',
              title: v('targets.ledger.onTrack'),
              align: 'number',
              cell: ({ targets }) => targets.onTrack,
            },
            {
              id: 'score',
              title: v('targets.ledger.score'),
              align: 'number',
              cell: ({ score }) => numberText(score),
            },
            {
              id: 'penal',
              title: v('targets.ledger.penal'),
              cell: ({ penalties }) => kinds(penalties),
            },
            {
              id: 'good',
              title: v('targets.ledger.good'),
              cell: ({ rewards }) => kinds(rewards),
            },
          ]}
        />
      </div>
      <div className="ty-section">
        <div className="ty-chart-head">
          <h2>{listed}</h2>
          <button
            type="button"
            className="ty-button ty-button-primary"
            onClick={() => setOpen({ id: undefined })}
          >
            {v('targets.consequence.add')}
          </button>
        </div>
        <ConsequenceTable label={listed} year={year} onOpen={(id) => setOpen({ id })} />
      </div>
      <Suspense fallback={null}>
        {open && (
          <ConsequenceDialog
            key={open.id ?? 'new'}
            id={open.id}
            proposal={{}}
            month={month}
            onClose={() => setOpen(null)}
          />
        )}
        {isSetting && <FormulaDialog onClose={() => setSetting(false)} />}
      </Suspense>
    </>
  );
}
