import { useEffect, useMemo, useState } from 'react';
import { periodLabel } from '../../../shared/calendar/period';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { listOf, recordOrDefault } from '../../../shared/changes/records';
import { meantPeriod } from '../../../shared/insight/closing';
import { teamFlow } from '../../../shared/insight/exchange/team-flow';
import type { HomeDue } from '../../../shared/insight/home';
import { duesByLeader, firstSteps } from '../../../shared/insight/home-overview';
import { nameOf } from '../../../shared/insight/people';
import { ratingPeriodOf } from '../../../shared/insight/score';
import { targetsFulfilment } from '../../../shared/insight/target-fulfilment';
import type { CallOutput } from '../../../shared/rpc';
import { currentLanguage, numberText, textsOf } from '../../i18n/i18n';
import { homeViewTexts } from '../../i18n/texts/home-views';
import { CallFailed, call } from '../../state/bridge';
import { hrefOf } from '../../state/location';
import { useToday } from '../../state/today';
import { ownerOf, useReplica } from '../../state/workspace';
import { momentText } from '../history/moment';

const h = textsOf(homeViewTexts);

const joint = (): string => (currentLanguage() === 'zh' ? '、' : ', ');

/** A list in words, as each language joins it. */
const listed = (names: readonly string[]): string => names.join(joint());

/** What waits by leader; each figure leads to its list. */
function ByLeader({ dues }: { dues: readonly HomeDue[] }) {
  const { state } = useReplica();
  const rows = useMemo(() => duesByLeader(dues), [dues]);
  const red = rows.filter(({ overdue }) => overdue > 0);
  if (rows.filter(({ leader }) => leader !== '').length < 2) return null;
  const cell = (leader: string, light: string, what: string, count: number) =>
    count === 0 ? (
      <span className="ty-soft">0</span>
    ) : (
      <a
        href={hrefOf('home', { leader: leader || 'none', light })}
        aria-label={h('home.leader.see', {
          name: nameOf(state, leader) || h('home.leaders.none'),
          what,
          count,
        })}
      >
        {count}
      </a>
    );
  return (
    <section className="ty-section" aria-label={h('home.leaders')}>
      <h2>{h('home.leaders')}</h2>
      <p className="ty-hint">
        {h('home.leaders.sentence', {
          red: red.reduce((sum, { overdue }) => sum + overdue, 0),
          count: red.filter(({ leader }) => leader !== '').length,
        })}
      </p>
      <table className="ty-table" aria-label={h('home.leaders')}>
        <thead>
          <tr>
            <th scope="col">{h('home.leader')}</th>
            <th scope="col" className="ty-number">
              {h('home.overdue')}
            </th>
            <th scope="col" className="ty-number">
              {h('home.soon')}
            </th>
            <th scope="col" className="ty-number">
              {h('home.rest')}
            </th>
            <th scope="col">{h('home.doers')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ leader, overdue, soon, rest, doers }) => (
            <tr key={leader}>
              <td>{nameOf(state, leader) || h('home.leaders.none')}</td>
              <td className="ty-number">{cell(leader, 'overdue', h('home.overdue'), overdue)}</td>
              <td className="ty-number">{cell(leader, 'due-soon', h('home.soon'), soon)}</td>
              <td className="ty-number">{cell(leader, 'not-yet', h('home.rest'), rest)}</td>
              <td>{listed(doers.slice(0, 4).map((doer) => nameOf(state, doer))) || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who has handed in and who owes, for the office and the head of the team. */
function HandedIn() {
  const replica = useReplica();
  const { state } = replica;
  const today = useToday();
  const month = meantPeriod(state, 'month', { today, calendar: standardCalendar() });
  const rows = useMemo(
    () => teamFlow(replica.state, { month, today, own: replica.device }),
    [replica, month, today],
  );
  const owing = rows.filter(({ sheet }) => sheet !== 'submitted');
  if (rows.length < 2) return null;
  const names = owing.map(({ person }) => person.name);
  return (
    <section className="ty-section" aria-label={h('home.handed')}>
      <h2>{h('home.handed')}</h2>
      <p>
        {h('home.handed.sentence', {
          period: periodLabel(ratingPeriodOf(state, month), currentLanguage()),
          all: rows.length,
          done: rows.length - owing.length,
          who: names.length > 0 ? h('home.handed.owing', { names: listed(names) }) : '',
        })}{' '}
        <a href={hrefOf('exchange', { view: 'flow' })}>{h('home.handed.more')}</a>
      </p>
      <table className="ty-table" aria-label={h('home.handed')}>
        <thead>
          <tr>
            <th scope="col">{h('home.handed.person')}</th>
            <th scope="col">{h('home.handed.rating')}</th>
            <th scope="col">{h('home.handed.package')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, sheet, devices }) => {
            const last =
              devices
                .map(({ lastIn }) => lastIn)
                .sort()
                .at(-1) ?? '';
            return (
              <tr key={person.id}>
                <td>{person.name}</td>
                <td>
                  {sheet === 'submitted' ? (
                    <span className="ty-light ty-light-done">✓ {h('home.handed.done')}</span>
                  ) : (
                    <span className="ty-light ty-light-due-soon">◐ {h('home.handed.open')}</span>
                  )}
                </td>
                <td>{last === '' ? h('home.handed.never') : momentText(last)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The targets that are behind, by name: the red ones first. */
function Behind() {
  const replica = useReplica();
  const { state } = replica;
  const today = useToday();
  const behind = useMemo(
    () =>
      targetsFulfilment(replica.state, { today })
        .filter((one) => one.state === 'overdue' || one.state === 'behind')
        .sort(
          (a, b) =>
            Number(b.state === 'overdue') - Number(a.state === 'overdue') ||
            (a.pacePercent ?? 0) - (b.pacePercent ?? 0),
        ),
    [replica, today],
  );
  if (behind.length === 0) return null;
  return (
    <section className="ty-section" aria-label={h('home.behind')}>
      <h2>{h('home.behind')}</h2>
      <ul className="ty-home-list">
        {behind.slice(0, 8).map(({ target, percent }) => (
          <li key={target.id}>
            <a href={hrefOf('targets', { target: target.id })}>
              {percent === null
                ? h('home.behind.noRate', { name: target.name })
                : h('home.behind.of', { name: target.name, percent: numberText(percent) })}
            </a>{' '}
            <span className="ty-soft">{nameOf(state, target.leader)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Backups = CallOutput<'backups.list'>;

/** When the last backup was made and where, and what came in last. */
function Safe({ backups }: { backups: Backups | undefined }) {
  const { state } = useReplica();
  const last = listOf(state, 'receipt')
    .filter(({ direction, undone }) => direction === 'in' && undone === '')
    .reduce((top, receipt) => (receipt.at > top.at ? receipt : top), { at: '', author: '' });
  if (!backups && last.at === '') return null;
  return (
    <section className="ty-section" aria-label={h('home.state')}>
      <h2>{h('home.state')}</h2>
      <ul className="ty-home-list">
        {backups && (
          <li>
            <a href={hrefOf('backups')}>
              {backups.backups[0]
                ? h('home.backup.last', { time: momentText(backups.backups[0].madeAt) })
                : h('home.backup.none')}
            </a>{' '}
            {backups.places.length < 2 && <span className="ty-soft">{h('home.backup.one')}</span>}
          </li>
        )}
        {last.at !== '' && (
          <li>
            <a href={hrefOf('exchange', { view: 'flow' })}>
              {h('home.package.last', { time: momentText(last.at), who: last.author })}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

const stepPlaces = {
  staff: hrefOf('settings', { person: 'new' }),
  tasks: hrefOf('tasks', { new: 'outline' }),
  targets: hrefOf('targets', { new: '1' }),
  record: hrefOf('registers', { kind: 'study-session', new: '1' }),
  submitted: hrefOf('rating'),
  backup: hrefOf('backups'),
} as const;

/** What a new unit does first and what it is good for, until it is under way. */
function FirstSteps({ backups }: { backups: Backups | undefined }) {
  const { state } = useReplica();
  const steps = [
    ...firstSteps(state),
    { name: 'backup' as const, done: backups !== undefined && backups.places.length > 1 },
  ];
  // A unit with people, work and aims is under way, whatever it leaves out.
  if (steps.filter(({ done }) => done).length >= 4) return null;
  return (
    <section className="ty-section ty-home-steps" aria-label={h('home.steps')}>
      <h2>{h('home.steps')}</h2>
      <ol className="ty-home-list">
        {steps.map(({ name, done }) => (
          <li key={name}>
            {done ? (
              <span className="ty-light ty-light-done">
                ✓ {h(`home.step.${name}`)}
                <span className="ty-visually-hidden"> {h('home.steps.done')}</span>
              </span>
            ) : (
              <a href={stepPlaces[name]}>{h(`home.step.${name}`)}</a>
            )}
            <span className="ty-soft"> {h(`home.step.${name}.why`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What stands beside the list of Home, once that is there. `first`: above it; `more`: below it. */
export default function HomeMore({
  part,
  dues,
}: {
  part: 'first' | 'more';
  dues: readonly HomeDue[];
}) {
  const replica = useReplica();
  const [backups, setBackups] = useState<Backups>();
  useEffect(() => {
    if (replica.sample) return;
    call('backups.list', null).then(setBackups, (error: unknown) => {
      // Failing backups are said above, with their reason.
      if (!(error instanceof CallFailed)) throw error;
    });
  }, [replica.sample]);
  if (part === 'first') return replica.sample ? null : <FirstSteps backups={backups} />;
  const owner = recordOrDefault(replica.state, 'person', ownerOf(replica));
  return (
    <>
      <ByLeader dues={dues} />
      {(owner.id === '' || owner.head) && <HandedIn />}
      <Behind />
      <Safe backups={backups} />
    </>
  );
}
