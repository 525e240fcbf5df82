import { listOf } from '../../../shared/changes/records';
import {
  basisName,
  type Consequence,
  consequencesOf,
  mendingOf,
} from '../../../shared/insight/consequences';
import { nameOf } from '../../../shared/insight/people';
import { Table } from '../../components/Table';
import { bilingual, shortDayText } from '../../i18n/i18n';
import { choiceLabels } from '../../i18n/texts/fields';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { useReplica } from '../../state/workspace';
import { v } from './texts';

interface ConsequenceTableProps {
  readonly label: string;
  /** Year they were decided in; any where absent. */
  readonly year?: string;
  readonly only?: (one: Consequence) => boolean;
  readonly onOpen: (id: string) => void;
}

/** Rewards and penalties with what each rests on. */
export function ConsequenceTable({ label, year, only, onOpen }: ConsequenceTableProps) {
  const { state } = useReplica();
  const today = useToday();
  const all = year ? consequencesOf(state, year) : listOf(state, 'consequence');
  const rows = only ? all.filter(only) : all;
  if (rows.length === 0) return <p className="ty-soft">{v('targets.consequence.none')}</p>;
  return (
    <Table
      label={label}
      rows={rows}
      columns={[
        {
          id: 'date',
          title: v('targets.consequence.date'),
          sortBy: ({ date }) => date,
          cell: ({ date }) => shortDayText(date),
        },
        {
          id: 'kind',
          title: v('targets.consequence.kind'),
          sortBy: ({ kind }) => kind,
          cell: ({ id, kind }) => (
            <button type="button" className="ty-link" onClick={() => onOpen(id)}>
              {bilingual(choiceLabels.consequence.kind[kind])}
            </button>
          ),
        },
        {
          id: 'person',
          title: v('targets.consequence.person'),
          cell: ({ person }) => nameOf(state, person) || '—',
        },
        {
          id: 'basis',
          title: v('targets.consequence.basis'),
          cell: (one) => {
            const name = basisName(state, one);
            if (name === '') return '—';
            return one.basisCollection === 'target' ? (
              <a href={hrefOf('targets', { target: one.basisId })}>{name}</a>
            ) : (
              name
            );
          },
        },
        {
          id: 'decision',
          title: v('targets.consequence.decision'),
          cell: ({ decision }) => decision,
        },
        {
          id: 'mending',
          title: v('targets.consequence.mendBy'),
          cell: (one) => {
            const mending = mendingOf(one, today);
            if (mending === 'none') return '—';
            if (mending === 'open') {
              return v('targets.consequence.mending', { day: shortDayText(one.mendBy) });
            }
            return v(`targets.consequence.${mending}`);
          },
        },
      ]}
    />
  );
}
